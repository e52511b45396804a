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

    private final RoundTripContext lab;
    private final List<ScriptPair> pairs;
    private final int firstJudged;
    private final int from;
    private final int until;
    private final StepJudge judge;
    private final Optional<DraftFolder> drafts;
    private final Consumer<MigrationStep> listener;

    /**
     * Prepares the run.
     *
     * @param firstJudged the index of the first migration that is judged by anybody
     * @param from the index of the first that is judged here; those before it only go up
     * @param until the index of the first that is not judged here any more
     * @param drafts where undo scripts that are missing are drafted
     */
    StepsRun(
            RoundTripContext lab,
            int firstJudged,
            int from,
            int until,
            StepJudge judge,
            Optional<DraftFolder> drafts,
            Consumer<MigrationStep> listener) {
        this.lab = lab;
        this.pairs = lab.pairs();
        this.firstJudged = firstJudged;
        this.from = from;
        this.until = until;
        this.judge = judge;
        this.drafts = drafts;
        this.listener = listener;
    }

    void run() {
        int next = from;
        try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(lab)) {
            while (next < until) {
                try (Database database = forward.copyAfter(next);
                        SnapshotReader camera = lab.camera(database)) {
                    next = stretch(database, camera, new FixFinder(lab, forward, judge.failing(), drafts), next);
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
    private int stretch(Database database, SnapshotReader camera, FixFinder mender, int done) throws PhaseFailure {
        StepRecorder recorder = new StepRecorder(pairs, camera, mender, judge, listener, done);
        while (recorder.isForwardOnly() && recorder.done() < until) {
            try {
                lab.flyway().on(database, plan(recorder.done()), recorder);
                if (recorder.isForwardOnly() && lab.rows().insertAfter(recorder.done(), database)) {
                    recorder.begin();
                }
            } catch (PhaseFailure failure) {
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

    private List<Phase> plan(int next) {
        Phase.Plan plan = new Phase.Plan(pairs);
        int end = lab.rows().nextAfter(next, Math.min(until, next + PhaseRun.LONGEST / 3));
        for (ScriptPair pair : pairs.subList(next, end)) {
            plan.up(pair);
            if (pair.isJudged()) {
                plan.down(pair).again(pair);
            }
        }
        return plan.phases();
    }
}
