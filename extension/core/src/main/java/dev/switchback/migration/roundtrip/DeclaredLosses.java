package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.script.DeclaredLoss;
import dev.switchback.migration.script.ScriptPair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The losses that one migration declares, held against those that it has. Belongs to one step. */
final class DeclaredLosses {

    static final DeclaredLosses NONE = new DeclaredLosses(Map.of(), List.of());

    private final Map<DeclaredLoss, LossTarget> meant;
    private final List<Finding> wrong;
    private final Set<DeclaredLoss> seen = new HashSet<>();

    private DeclaredLosses(Map<DeclaredLoss, LossTarget> meant, List<Finding> wrong) {
        this.meant = meant;
        this.wrong = wrong;
    }

    /** Looks up what the declarations speak of: what is there before the migration or after it. */
    static DeclaredLosses of(ScriptPair pair, DatabaseSnapshot before, DatabaseSnapshot after) {
        if (pair.losses().isEmpty()) {
            return NONE;
        }
        DeclaredLosses losses = new DeclaredLosses(new LinkedHashMap<>(), new ArrayList<>());
        LossTarget.Known known = LossTarget.Known.in(before.schema(), after.schema());
        pair.losses().forEach(loss -> losses.add(pair, loss, known));
        return losses;
    }

    private void add(ScriptPair pair, DeclaredLoss loss, LossTarget.Known known) {
        if (loss.target().isEmpty()) {
            wrong.add(LossFindings.withoutTarget(pair, loss));
            return;
        }
        Optional<LossTarget> target = LossTarget.of(loss.target(), known);
        if (target.isEmpty()) {
            wrong.add(LossFindings.unknown(pair, loss, LossTarget.problem(loss.target(), known)));
        } else if (loss.reason().isEmpty()) {
            wrong.add(LossFindings.withoutReason(pair, loss));
        } else {
            meant.put(loss, target.get());
        }
    }

    /** The declarations that are not understood. */
    List<Finding> wrong() {
        return wrong;
    }

    /** Whether a difference is a loss that is meant. Where rows were too many to be looked at, their table is enough. */
    boolean cover(RowSnapshot.Difference difference) {
        return declarations(difference).findAny().isPresent();
    }

    /** Notices of the losses that are meant, by their declarations. */
    List<Finding> notices(ScriptPair pair, List<RowSnapshot.Difference> differences) {
        Map<DeclaredLoss, List<RowSnapshot.Difference>> told = new LinkedHashMap<>();
        differences.forEach(difference -> declarations(difference).findFirst().ifPresent(loss -> told.computeIfAbsent(
                        loss, absent -> new ArrayList<>())
                .add(difference)));
        seen.addAll(told.keySet());
        return told.isEmpty() ? List.of() : List.of(LossFindings.declared(pair, told));
    }

    private Stream<DeclaredLoss> declarations(RowSnapshot.Difference difference) {
        return meant.entrySet().stream()
                .filter(entry -> difference.isOfTable()
                        && difference.loss().map(entry.getValue()::covers).orElseGet(() -> entry.getValue()
                                .table()
                                .equals(difference.place())))
                .map(Map.Entry::getKey);
    }

    /** Notices of what was not lost after all, though there were rows that could have lost it. */
    List<Finding> notSeen(ScriptPair pair, DatabaseSnapshot before) {
        return meant.entrySet().stream()
                .filter(entry -> !seen.contains(entry.getKey()))
                .filter(entry ->
                        before.rows().tables().containsKey(entry.getValue().table()))
                .map(entry -> LossFindings.notSeen(
                        pair,
                        entry.getKey(),
                        Objects.requireNonNull(
                                before.rows().tables().get(entry.getValue().table()))))
                .toList();
    }
}
