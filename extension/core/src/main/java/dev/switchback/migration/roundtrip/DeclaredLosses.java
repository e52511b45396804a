package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.script.DeclaredLoss;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The losses that one migration declares, held against those that it has. Belongs to one step. */
final class DeclaredLosses {

    static final DeclaredLosses NONE = new DeclaredLosses(Map.of(), List.of(), Schema.none(), Schema.none());

    private final Map<DeclaredLoss, LossTarget> meant;
    private final List<Finding> wrong;
    private final Schema before;
    private final Schema after;
    private final Set<DeclaredLoss> seen = new HashSet<>();

    private DeclaredLosses(Map<DeclaredLoss, LossTarget> meant, List<Finding> wrong, Schema before, Schema after) {
        this.meant = meant;
        this.wrong = wrong;
        this.before = before;
        this.after = after;
    }

    /** Looks up what the declarations speak of: what is there before the migration or after it. */
    static DeclaredLosses of(ScriptPair pair, DatabaseSnapshot before, DatabaseSnapshot after) {
        DeclaredLosses losses =
                new DeclaredLosses(new LinkedHashMap<>(), new ArrayList<>(), before.schema(), after.schema());
        if (pair.losses().isEmpty()) {
            return losses;
        }
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

    /** The partitions before the migration and after it. */
    Partitions partitions() {
        return Partitions.of(before, after);
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
        if (meant.isEmpty() || !difference.isOfTable()) {
            return Stream.empty();
        }
        Set<String> tables = partitions().wholes(difference.place());
        return meant.entrySet().stream()
                .filter(entry -> tables.contains(entry.getValue().table())
                        && difference.loss().map(entry.getValue()::isOfKind).orElse(true))
                .map(Map.Entry::getKey);
    }

    /** Notices of what was not lost after all, though there were rows that could have lost it. */
    List<Finding> notSeen(ScriptPair pair, DatabaseSnapshot rows) {
        return meant.entrySet().stream()
                .filter(entry -> !seen.contains(entry.getKey()))
                .flatMap(entry -> held(entry.getValue().table(), rows).stream()
                        .map(held -> LossFindings.notSeen(pair, entry.getKey(), held)))
                .toList();
    }

    /** The rows that a table or its partitions held; empty if none. */
    private Optional<RowSnapshot.Content> held(String table, DatabaseSnapshot rows) {
        Set<String> leaves = partitions().leaves(table);
        long count = rows.rows().tables().entrySet().stream()
                .filter(each -> leaves.contains(each.getKey()))
                .mapToLong(each -> each.getValue().count())
                .sum();
        return count == 0 ? Optional.empty() : Optional.of(new RowSnapshot.Content(count, ""));
    }
}
