package dev.switchback.migration.roundtrip;

import dev.switchback.migration.DraftFolder;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Judges one migration after the other: up, down, up.
 *
 * <p>One database is taken along. As long as every step ends where it would have ended without its way down, that database
 * is in the forward-only state; once a step does not, the next begins on a fresh copy of a database that only went up.
 */
final class StepsRun {

    private final RoundTripContext context;
    private final List<ScriptPair> pairs;
    private final int firstJudged;
    private final int from;
    private final int until;
    private final StepJudge judge;
    private final Optional<DraftFolder> drafts;
    private final Consumer<MigrationStep> listener;
    private final RepeatablesRun repeatables;

    /**
     * Prepares the run.
     *
     * @param firstJudged the index of the first migration that is judged by anybody
     * @param from the index of the first that is judged here; those before it only go up
     * @param until the index of the first that is not judged here any more
     * @param drafts where undo scripts that are missing are drafted
     * @param repeatables what the newest migration meets on its way down
     */
    StepsRun(
            RoundTripContext context,
            int firstJudged,
            int from,
            int until,
            StepJudge judge,
            Optional<DraftFolder> drafts,
            Consumer<MigrationStep> listener,
            RepeatablesRun repeatables) {
        this.context = context;
        this.pairs = context.pairs();
        this.firstJudged = firstJudged;
        this.from = from;
        this.until = until;
        this.judge = judge;
        this.drafts = drafts;
        this.listener = listener;
        this.repeatables = repeatables;
    }

    void run() {
        int next = from;
        try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(context)) {
            while (next < until) {
                try (Database database = forward.copyAfter(next);
                        SnapshotReader snapshots = context.snapshots(database)) {
                    next = stretch(database, snapshots, forward, next);
                }
            }
        } catch (PhaseFailure failure) {
            List<ScriptPair> outOfReach = pairs.subList(next, until);
            int failed = pairs.indexOf(failure.phase().pair());
            boolean isSaidElsewhere = failed >= firstJudged && failed < from;
            (isSaidElsewhere
                            ? MigrationStep.notReached(outOfReach, failure)
                            : MigrationStep.unreachable(outOfReach, failure))
                    .forEach(listener);
        }
    }

    /** Goes on from the state after {@code done} migrations for as long as the database is true to it. */
    private int stretch(Database database, SnapshotReader snapshots, ForwardOnlyDatabase forward, int done)
            throws PhaseFailure {
        FixFinder fixes = new FixFinder(context, forward, judge.failing(), drafts);
        StepRecorder recorder = new StepRecorder(pairs, snapshots, fixes, judge, told(forward), done);
        while (recorder.isForwardOnly() && recorder.done() < until) {
            try {
                context.flyway().on(database, plan(recorder.done(), until), recorder);
                if (recorder.isForwardOnly() && context.rows().insertAfter(recorder.done(), database)) {
                    recorder.begin();
                }
            } catch (PhaseFailure failure) {
                if (recorder.failedFromElsewhere(failure)) {
                    return asInProduction(forward, fixes, recorder.done());
                }
                recorder.failed(failure);
                if (failure.phase().is(PhaseDirection.UP)) {
                    MigrationStep.notReached(pairs.subList(recorder.done(), until), failure)
                            .forEach(listener);
                    return until;
                }
            }
        }
        return recorder.done();
    }

    private Consumer<MigrationStep> told(ForwardOnlyDatabase forward) {
        return step -> listener.accept(repeatables.concern(step.migration()) ? repeatables.meet(step, forward) : step);
    }

    /** Judges one step with the sequences left where they are: rows may stand that no catalog relates to them. */
    private int asInProduction(ForwardOnlyDatabase forward, FixFinder fixes, int done) throws PhaseFailure {
        try (Database database = forward.copyAfter(done);
                SnapshotReader snapshots = context.snapshots(database)) {
            StepRecorder recorder = new StepRecorder(
                    pairs, snapshots, fixes, judge, told(forward), done, SequenceRestart.Sequences.LEFT);
            try {
                context.flyway().on(database, plan(done, done + 1), recorder);
            } catch (PhaseFailure failure) {
                recorder.failed(failure);
            }
            return done + 1;
        }
    }

    private List<Phase> plan(int next, int limit) {
        Phase.Plan plan = new Phase.Plan(pairs);
        int end = context.rows().nextAfter(next, Math.min(limit, next + PhaseRun.LONGEST / 3));
        for (ScriptPair pair : pairs.subList(next, end)) {
            plan.up(pair);
            if (pair.isJudged()) {
                plan.down(pair).again(pair);
            }
        }
        return plan.phases();
    }
}
