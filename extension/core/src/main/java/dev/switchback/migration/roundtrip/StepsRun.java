package dev.switchback.migration.roundtrip;

import dev.switchback.migration.DraftFolder;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Judges one migration after the other: up, down, up.
 *
 * <p>One database is taken along. As long as every step ends where it would have ended without its way down, that database
 * is in the forward-only state; once a step does not, the next begins on a fresh copy of a database that only went up.
 */
final class StepsRun {

    private final RoundTripContext context;
    private final List<ScriptPair> pairs;
    private final IntPredicate isSaidElsewhere;
    private final List<StepRange> ranges;
    private final StepJudge judge;
    private final Optional<DraftFolder> drafts;
    private final RepeatablesRun repeatables;

    /**
     * Prepares the run.
     *
     * @param isSaidElsewhere whether another part says what is wrong with a migration
     * @param ranges what is judged here, in order; migrations outside of them only go up
     * @param drafts where undo scripts that are missing are drafted
     * @param repeatables what the newest migration meets on its way down
     */
    StepsRun(
            RoundTripContext context,
            IntPredicate isSaidElsewhere,
            List<StepRange> ranges,
            StepJudge judge,
            Optional<DraftFolder> drafts,
            RepeatablesRun repeatables) {
        this.context = context;
        this.pairs = context.pairs();
        this.isSaidElsewhere = isSaidElsewhere;
        this.ranges = List.copyOf(ranges);
        this.judge = judge;
        this.drafts = drafts;
        this.repeatables = repeatables;
    }

    void run(Consumer<MigrationStep> listener) {
        try {
            KeptBeginning kept = new KeptBeginning(context, ranges.get(0).from());
            if (!kept.holds(this::run, listener)) {
                try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(context)) {
                    run(forward, listener);
                }
            }
        } catch (PhaseFailure atTheVeryBeginning) {
            unreachable(0, ranges.get(0).from(), atTheVeryBeginning, listener);
        }
    }

    private boolean run(ForwardOnlyDatabase forward, Consumer<MigrationStep> listener) {
        int range = 0;
        int next = ranges.get(0).from();
        try {
            for (; range < ranges.size(); range++) {
                next = ranges.get(range).from();
                while (next < ranges.get(range).until()) {
                    try (Database database = forward.copyAfter(next);
                            SnapshotReader snapshots = forward.snapshots(database)) {
                        next = new Stretch(forward, ranges.get(range).until(), listener).run(database, snapshots, next);
                    }
                }
            }
            forward.keepNear(pairs.size());
            return true;
        } catch (PhaseFailure failure) {
            unreachable(range, next, failure, listener);
            return false;
        }
    }

    private void unreachable(int range, int next, PhaseFailure failure, Consumer<MigrationStep> listener) {
        List<ScriptPair> outOfReach =
                new ArrayList<>(pairs.subList(next, ranges.get(range).until()));
        ranges.subList(range + 1, ranges.size())
                .forEach(later -> outOfReach.addAll(pairs.subList(later.from(), later.until())));
        int failed = pairs.indexOf(failure.phase().pair());
        boolean isSaid = isSaidElsewhere.test(failed)
                || ranges.subList(0, range).stream().anyMatch(earlier -> earlier.contains(failed));
        (isSaid ? MigrationStep.notReached(outOfReach, failure) : MigrationStep.unreachable(outOfReach, failure))
                .forEach(listener);
    }

    /** Goes on from a state for as long as the database is true to it. */
    private final class Stretch {

        private final ForwardOnlyDatabase forward;
        private final int until;
        private final Consumer<MigrationStep> listener;
        private final FixFinder fixes;

        Stretch(ForwardOnlyDatabase forward, int until, Consumer<MigrationStep> listener) {
            this.forward = forward;
            this.until = until;
            this.listener = listener;
            this.fixes = new FixFinder(context, forward, judge.failing(), drafts);
        }

        /** Judges the migrations behind the first {@code done}; returns how many are behind then. */
        int run(Database database, SnapshotReader snapshots, int done) throws PhaseFailure {
            StepRecorder recorder = new StepRecorder(pairs, snapshots, fixes, judge, this::judged, done);
            while (recorder.isForwardOnly() && recorder.done() < until) {
                try {
                    context.flyway().on(database, plan(recorder.done(), until), recorder);
                    if (recorder.isForwardOnly() && context.rows().insertAfter(recorder.done(), database)) {
                        recorder.begin();
                    }
                } catch (PhaseFailure failure) {
                    if (recorder.failedFromElsewhere(failure)) {
                        return asInProduction(recorder.done());
                    }
                    recorder.failed(failure);
                    if (failure.phase().is(PhaseDirection.UP)) {
                        MigrationStep.notReached(pairs.subList(recorder.done(), until), failure)
                                .forEach(listener);
                        return until;
                    }
                }
            }
            if (recorder.isForwardOnly() && recorder.done() == pairs.size()) {
                forward.keepNewest(database);
            }
            return recorder.done();
        }

        private void judged(MigrationStep step, DatabaseSnapshot after) {
            context.known()
                    .rowsByClock()
                    .look(
                            step.migration(),
                            after.schema(),
                            after.rows().tables().keySet());
            listener.accept(repeatables.concern(step.migration()) ? repeatables.meet(step, forward) : step);
        }

        /** Judges one step with the sequences left where they are: rows may stand that no catalog relates to them. */
        private int asInProduction(int done) throws PhaseFailure {
            try (Database database = forward.copyAfter(done);
                    SnapshotReader snapshots = forward.snapshots(database)) {
                StepRecorder recorder = new StepRecorder(
                        pairs, snapshots, fixes, judge, this::judged, done, SequenceRestart.Sequences.LEFT);
                try {
                    context.flyway().on(database, plan(done, done + 1), recorder);
                } catch (PhaseFailure failure) {
                    recorder.failed(failure);
                }
                return done + 1;
            }
        }
    }

    private List<Phase> plan(int next, int limit) {
        Phase.Plan plan = new Phase.Plan(pairs);
        int end = context.rows().nextAfter(next, Math.min(limit, next + PhaseRun.LONGEST / 3));
        pairs.subList(next, end).forEach(plan::step);
        return plan.phases();
    }
}
