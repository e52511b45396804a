package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.RowsOnWay;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one step over generated rows, or over none. */
final class StepOverRows {

    private final RoundTripContext context;
    private final RoundTripSettings settings;
    private final StateCopies bare;
    private final int index;
    private final ScriptPair pair;
    private final FillDialect dialect;
    private final CopyFilling filling = new CopyFilling();

    StepOverRows(
            RoundTripContext context,
            RoundTripSettings settings,
            StateCopies bare,
            int index,
            ScriptPair pair,
            FillDialect dialect) {
        this.context = context;
        this.settings = settings;
        this.bare = bare;
        this.index = index;
        this.pair = pair;
        this.dialect = dialect;
    }

    /**
     * A step over generated rows.
     *
     * @param step with all that was seen, be it due to the rows or not
     * @param report tables, with the rows that each got or the reason why not
     * @param failed how one of its scripts failed; empty if all held
     */
    record Over(MigrationStep step, GeneratedRowsReport report, Optional<PhaseFailure> failed) {

        static Over of(MigrationStep step, GeneratedRowsReport report, Optional<PhaseFailure> failed) {
            List<RowsOnWay> rows =
                    step.rows().stream().map(RowsOnWay::overGenerated).toList();
            return new Over(step.with(rows), report, failed);
        }

        /** How the migration itself failed; empty if it held. */
        Optional<PhaseFailure> failure() {
            return failed.filter(failure -> failure.phase().is(PhaseDirection.UP));
        }

        /** How the undo failed; empty if it held. */
        Optional<PhaseFailure> failureOfUndo() {
            return failed.filter(failure -> failure.phase().is(PhaseDirection.DOWN));
        }

        /** All that was found, be it due to the rows or not, but for a failure of the migration itself. */
        List<Finding> found() {
            return failure().isPresent() ? List.of() : step.verdict().findings();
        }
    }

    /**
     * The step over the rows of a plan and, on the same database, those behind it for as long as nothing shows over the rows that
     * stand. A step over which something does is left to be judged for itself, over rows that no other has touched.
     *
     * @param until the index before which they end
     */
    List<Over> over(FillPlan plan, int until) throws PhaseFailure {
        FilledState filled = new FilledState(bare, filling, plan);
        List<Over> overs = new ArrayList<>();
        try (Database database = filled.copyAfter(index);
                SnapshotReader snapshots = filled.snapshots(database);
                StandingRows rows = new StandingRows(database, dialect, plan, filled.report(), snapshots)) {
            StepRecorder recorder = recorder(
                    filled,
                    snapshots,
                    (step, after) -> overs.add(Over.of(step, rows.report(step.before()), Optional.empty())),
                    SequenceRestart.Sequences.PUT_BACK);
            Optional<PhaseFailure> failure = run(
                    database,
                    until,
                    recorder,
                    new RowsBetweenSteps(recorder, rows, until),
                    SequenceRestart.Sequences.PUT_BACK);
            if (!overs.isEmpty()) {
                overs.set(0, new Over(overs.get(0).step(), filled.report(), failure));
                return held(overs);
            }
        }
        Seen alone = alone(filled, SequenceRestart.Sequences.LEFT);
        return List.of(Over.of(alone.step(), filled.report(), alone.failure()));
    }

    /** The first step and those behind it that have nothing to tell. */
    private List<Over> held(List<Over> overs) {
        int count = 1;
        while (count < overs.size()
                && (!context.pairs().get(index + count).isJudged()
                        || overs.get(count).found().isEmpty())) {
            count++;
        }
        return overs.subList(0, count);
    }

    /** The step without generated rows. */
    MigrationStep plain() throws PhaseFailure {
        return alone(bare, SequenceRestart.Sequences.PUT_BACK).step();
    }

    /**
     * A step as it was seen.
     *
     * @param failure how one of its scripts failed; empty if all held
     */
    private record Seen(MigrationStep step, Optional<PhaseFailure> failure) {}

    private Seen alone(StateCopies states, SequenceRestart.Sequences sequences) throws PhaseFailure {
        List<MigrationStep> seen = new ArrayList<>();
        Optional<PhaseFailure> failure;
        try (Database database = states.copyAfter(index);
                SnapshotReader snapshots = states.snapshots(database)) {
            StepRecorder recorder = recorder(states, snapshots, (step, after) -> seen.add(step), sequences);
            failure = run(database, index + 1, recorder, recorder, sequences);
        }
        return seen.isEmpty() ? alone(states, SequenceRestart.Sequences.LEFT) : new Seen(seen.get(0), failure);
    }

    private StepRecorder recorder(
            StateCopies states,
            SnapshotReader snapshots,
            StepRecorder.Listener listener,
            SequenceRestart.Sequences sequences) {
        StepJudge judge = states == bare ? new StepJudge(settings) : StepJudge.overGeneratedRows(settings);
        FixFinder fixes = new FixFinder(context, states, judge.failing(), Optional.empty());
        return new StepRecorder(context.pairs(), snapshots, fixes, judge, listener, index, sequences, index + 1);
    }

    /** Runs steps; returns how a script of the first one failed. */
    private Optional<PhaseFailure> run(
            Database database,
            int until,
            StepRecorder recorder,
            PhaseRun.Listener listener,
            SequenceRestart.Sequences sequences) {
        try {
            context.flyway().on(database, phases(until), listener);
            return Optional.empty();
        } catch (PhaseFailure failure) {
            if (recorder.done() > index) {
                return Optional.empty();
            }
            if (sequences == SequenceRestart.Sequences.LEFT || !recorder.failedFromElsewhere(failure)) {
                recorder.failed(failure);
            }
            return Optional.of(failure);
        }
    }

    private List<Phase> phases(int until) {
        Phase.Plan plan = new Phase.Plan(context.pairs());
        context.pairs().subList(index, until).forEach(plan::step);
        return plan.phases();
    }

    /** The same migration over other rows. */
    OtherRows others() {
        return new OtherRows(context, settings, bare, filling, index, pair, dialect);
    }
}
