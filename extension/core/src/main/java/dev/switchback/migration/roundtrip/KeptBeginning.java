package dev.switchback.migration.roundtrip;

import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.verdicts.RestoredState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The state that an earlier run had come to, as the beginning of another. What does not hold from there is found again from the
 * first migration on.
 */
final class KeptBeginning {

    private final RoundTripContext context;
    private final int from;

    /** @param from the index of the first migration that is judged */
    KeptBeginning(RoundTripContext context, int from) {
        this.context = context;
        this.from = from;
    }

    /** A run over a database that goes up. */
    interface Run {

        /** Judges steps; returns whether all were. */
        boolean over(ForwardOnlyDatabase database, Consumer<MigrationStep> listener);
    }

    /** Whether all steps hold from there, which are handed on only then; false if no such state was kept. */
    boolean holds(Run run, Consumer<MigrationStep> listener) {
        Optional<RestoredState> state = context.known().restore(context.server(), from);
        if (state.isEmpty()) {
            return false;
        }
        List<MigrationStep> steps = new ArrayList<>();
        try (ForwardOnlyDatabase near = new ForwardOnlyDatabase(context, state.get())) {
            if (!run.over(near, steps::add) || !steps.stream().allMatch(context::holds)) {
                return false;
            }
        }
        steps.forEach(listener);
        return true;
    }
}
