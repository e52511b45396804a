package dev.switchback.migration;

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

    private final Lab lab;
    private final List<ScriptPair> pairs;
    private final int first;
    private final StepJudge judge;
    private final Optional<DraftFolder> drafts;
    private final Consumer<MigrationStep> listener;

    /**
     * Prepares the run.
     *
     * @param first the index of the first migration that is judged; those before it only go up
     * @param drafts where undo scripts that are missing are drafted
     */
    StepsRun(Lab lab, int first, StepJudge judge, Optional<DraftFolder> drafts, Consumer<MigrationStep> listener) {
        this.lab = lab;
        this.pairs = lab.pairs();
        this.first = first;
        this.judge = judge;
        this.drafts = drafts;
        this.listener = listener;
    }

    void run() {
        int next = first;
        try (Forward forward = new Forward(lab)) {
            while (next < pairs.size()) {
                try (Database database = forward.copyAfter(next);
                        Camera camera = lab.camera(database)) {
                    next = stretch(database, camera, new Mender(lab, forward, drafts), next);
                }
            }
        } catch (PhaseFailure failure) {
            MigrationStep.unreachable(pairs.subList(next, pairs.size()), failure)
                    .forEach(listener);
        }
    }

    /** Goes on from the state after {@code from} migrations for as long as the database is true to it. */
    private int stretch(Database database, Camera camera, Mender mender, int from) throws PhaseFailure {
        StepRecorder recorder = new StepRecorder(pairs, camera, mender, judge, listener, from);
        while (recorder.isForwardOnly() && recorder.done() < pairs.size()) {
            try {
                lab.flyway().on(database.dataSource(), plan(recorder.done()), recorder);
            } catch (PhaseFailure failure) {
                recorder.failed(failure);
                if (failure.phase().is(Direction.UP)) {
                    MigrationStep.notReached(pairs.subList(recorder.done(), pairs.size()), failure)
                            .forEach(listener);
                    return pairs.size();
                }
            }
        }
        return recorder.done();
    }

    private List<Phase> plan(int from) {
        Phase.Plan plan = new Phase.Plan(pairs);
        for (ScriptPair pair : pairs.subList(from, Math.min(pairs.size(), from + PhaseRun.LONGEST / 3))) {
            plan.up(pair);
            if (pair.isJudged()) {
                plan.down(pair).again(pair);
            }
        }
        return plan.phases();
    }
}
