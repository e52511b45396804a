package dev.switchback.migration.roundtrip;

import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The undos of a way down, each by itself behind its own migration: what one of them takes away too much may show only further
 * down. They are run only if somebody asks.
 */
final class UndosAlone {

    private final RoundTripContext context;
    private final List<ScriptPair> pairs;
    private final int bottom;
    private @Nullable Map<ScriptPair, Optional<SnapshotDiff>> left;

    /** @param bottom the index of the last migration that the way down takes back */
    UndosAlone(RoundTripContext context, int bottom) {
        this.context = context;
        this.pairs = context.pairs();
        this.bottom = bottom;
    }

    /** The difference that is left of a migration and its undo; empty if one of them fails. */
    Optional<SnapshotDiff> left(ScriptPair pair) {
        return all().getOrDefault(pair, Optional.empty());
    }

    private Map<ScriptPair, Optional<SnapshotDiff>> all() {
        Map<ScriptPair, Optional<SnapshotDiff>> all = left;
        if (all == null) {
            all = new LinkedHashMap<>();
            left = all;
            try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(context)) {
                for (int i = bottom; i < pairs.size(); i++) {
                    all.put(pairs.get(i), left(forward, i));
                }
            } catch (PhaseFailure notEvenUp) {
                return all;
            }
        }
        return all;
    }

    private Optional<SnapshotDiff> left(ForwardOnlyDatabase forward, int index) {
        ScriptPair pair = pairs.get(index);
        List<Phase> way = new Phase.Plan(pairs).up(pair).down(pair).phases();
        try (SecondRun alone = new SecondRun(context, forward, index, way, Map.of())) {
            return alone.left();
        }
    }

    /** The newest migration whose undo leaves the object of a change otherwise than it was. */
    Optional<ScriptPair> leaving(Change change) {
        Optional<ScriptPair> newest = Optional.empty();
        for (Map.Entry<ScriptPair, Optional<SnapshotDiff>> each : all().entrySet()) {
            if (each.getValue().stream()
                    .flatMap(diff -> diff.schema().changes().stream())
                    .anyMatch(own -> own.name().equals(change.name()))) {
                newest = Optional.of(each.getKey());
            }
        }
        return newest;
    }

    /**
     * The migrations behind one whose undo fails on the way down and holds by itself, of those that leave something; none if it
     * fails by itself, too.
     */
    List<ScriptPair> behind(ScriptPair failed) {
        return left(failed).isEmpty()
                ? List.of()
                : pairs.subList(pairs.indexOf(failed) + 1, pairs.size()).stream()
                        .filter(pair ->
                                left(pair).filter(diff -> !diff.isEmpty()).isPresent())
                        .toList();
    }
}
