package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.verdicts.RowsByClock;
import dev.switchback.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Some steps in a row, judged over generated rows that are made up in copies of one database, which only goes up.
 *
 * @param judging how each is judged
 * @param outOfReach what becomes of those that a failure keeps out of reach
 */
record GeneratedRowsPart(
        RoundTripContext context,
        RoundTripSettings settings,
        FillDialect dialect,
        RowHints hints,
        UnfilledTables unfilled,
        Judging judging,
        OutOfReach outOfReach) {

    /** Judges the step of an index. */
    interface Judging {

        MigrationStep of(GeneratedRowsJudge judge, int index) throws PhaseFailure;
    }

    /** Tells what becomes of the steps of a range. */
    interface OutOfReach {

        List<MigrationStep> of(StepRange range, PhaseFailure failure);
    }

    /** Judges steps from the beginning of the history; returns whether all were within reach. */
    boolean run(StepRange range, Consumer<MigrationStep> listener) {
        try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(context)) {
            return run(forward, range, listener);
        } catch (PhaseFailure atTheVeryBeginning) {
            outOfReach.of(range, atTheVeryBeginning).forEach(listener);
            return false;
        }
    }

    /** Judges steps; returns whether all were within reach. */
    boolean run(ForwardOnlyDatabase forward, StepRange range, Consumer<MigrationStep> listener) {
        GeneratedRowsJudge judge = new GeneratedRowsJudge(context, settings, dialect, hints, unfilled, forward, range);
        int next = range.from();
        Optional<MigrationStep> last = Optional.empty();
        try {
            for (; next < range.until(); next++) {
                last = known(next, listener);
                if (last.isEmpty()) {
                    MigrationStep step = judging.of(judge, next);
                    last = Optional.of(step);
                    lookForClocks(forward, next, step.before());
                    listener.accept(step);
                }
            }
            if (last.filter(context::holds).isPresent()) {
                lookForClocks(forward, next, last.get().after());
            }
            forward.keepNear(context.pairs().size());
            return true;
        } catch (PhaseFailure failure) {
            outOfReach.of(new StepRange(next, range.until()), failure).forEach(listener);
            return false;
        }
    }

    /** Looks for rows with values by the clock in the state before a step, which is the one after the step before. */
    private void lookForClocks(ForwardOnlyDatabase forward, int index, Schema there) throws PhaseFailure {
        RowsByClock rows = context.known().rowsByClock();
        if (index > 0 && rows.isAsked()) {
            rows.look(context.pairs().get(index - 1).migration(), there, forward.filledTables(index));
        }
    }

    /** The step, if an earlier run has judged it; it is told then. */
    Optional<MigrationStep> known(int index, Consumer<MigrationStep> listener) {
        Optional<MigrationStep> known = context.known().step(index);
        known.ifPresent(step -> {
            hints.trust();
            unfilled.restore(index, context.known().notFilled(index));
            listener.accept(step);
        });
        return known;
    }
}
