package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.migration.run.PhaseFailure;
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
     * A step as it was seen.
     *
     * @param failure how the migration itself failed; empty if it held
     */
    private record Seen(MigrationStep step, Optional<PhaseFailure> failure) {}

    /**
     * A step over generated rows.
     *
     * @param step with all that was seen, be it due to the rows or not
     * @param report tables, with the rows that each got or the reason why not
     * @param failure how the migration itself failed; empty if it held
     */
    record Over(MigrationStep step, GeneratedRowsReport report, Optional<PhaseFailure> failure) {

        /** All that was found, be it due to the rows or not, but for a failure of the migration itself. */
        List<Finding> found() {
            return failure.isPresent() ? List.of() : VerdictFindings.of(step.verdict());
        }
    }

    /** The step over the rows of a plan. */
    Over over(FillPlan plan) throws PhaseFailure {
        FilledState filled = new FilledState(bare, plan);
        Seen seen = see(filled, SequenceRestart.Sequences.PUT_BACK);
        return new Over(seen.step(), filled.report(), seen.failure());
    }

    /** The step without generated rows. */
    MigrationStep plain() throws PhaseFailure {
        return see(bare, SequenceRestart.Sequences.PUT_BACK).step();
    }

    private Seen see(StateCopies states, SequenceRestart.Sequences sequences) throws PhaseFailure {
        StepJudge judge = new StepJudge(settings);
        FixFinder fixes = new FixFinder(context, states, judge.failing(), Optional.empty());
        List<MigrationStep> seen = new ArrayList<>();
        Optional<PhaseFailure> failed = Optional.empty();
        try (Database database = states.copyAfter(index);
                SnapshotReader snapshots = context.snapshots(database)) {
            StepRecorder recorder = new StepRecorder(
                    context.pairs(), snapshots, fixes, judge, (step, after) -> seen.add(step), index, sequences);
            try {
                context.flyway().on(database, phases(), recorder);
            } catch (PhaseFailure failure) {
                failed = Optional.of(failure);
                if (sequences == SequenceRestart.Sequences.LEFT || !recorder.failedFromElsewhere(failure)) {
                    recorder.failed(failure);
                }
            }
        }
        if (seen.isEmpty()) {
            return see(states, SequenceRestart.Sequences.LEFT);
        }
        return new Seen(seen.get(0), failed.filter(failure -> failure.phase().is(PhaseDirection.UP)));
    }

    private List<Phase> phases() {
        Phase.Plan plan = new Phase.Plan(context.pairs()).up(pair);
        return (pair.isJudged() ? plan.down(pair).again(pair) : plan).phases();
    }

    /** The findings about a migration that fails over generated rows and holds without. */
    List<Finding> upFails(FillPlan plan, Over over, MigrationStep plain) throws PhaseFailure {
        PhaseFailure failure = over.failure().orElseThrow();
        return new FailingTables(
                        new FailureOverRows(context, bare, index, pair, plan, dialect, failure, plain),
                        over.report(),
                        settings.admittedRows())
                .findings();
    }
}
