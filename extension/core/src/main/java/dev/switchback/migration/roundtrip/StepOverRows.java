package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Verdict;
import dev.switchback.migration.run.FailureFindings;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges one step over generated rows. */
final class StepOverRows {

    private final RoundTripContext context;
    private final RoundTripSettings settings;
    private final StateCopies bare;
    private final int index;
    private final ScriptPair pair;
    private final FillDialect dialect;
    private GeneratedRowsReport report = new GeneratedRowsReport(List.of());

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

    /** Tables, with the rows that each got or the reason why not. */
    GeneratedRowsReport report() {
        return report;
    }

    List<Finding> judge(FillPlan plan, MigrationStep known) throws PhaseFailure {
        return pair.isJudged() ? judge(plan, known, SequenceRestart.Sequences.PUT_BACK) : goUp(plan, known);
    }

    /** Where there is no way down, there is nothing to compare. */
    private List<Finding> goUp(FillPlan plan, MigrationStep known) throws PhaseFailure {
        FilledState filled = new FilledState(bare, plan);
        try (Database database = filled.copyAfter(index)) {
            report = filled.report();
            try {
                context.up(database, pair);
                return List.of();
            } catch (PhaseFailure failure) {
                return upFails(plan, failure, known);
            }
        }
    }

    private List<Finding> judge(FillPlan plan, MigrationStep known, SequenceRestart.Sequences sequences)
            throws PhaseFailure {
        FilledState filled = new FilledState(bare, plan);
        StepJudge judge = new StepJudge(settings);
        FixFinder fixes = new FixFinder(context, filled, judge.failing(), Optional.empty());
        List<MigrationStep> seen = new ArrayList<>();
        boolean isFromElsewhere;
        try (Database database = filled.copyAfter(index);
                SnapshotReader snapshots = context.snapshots(database)) {
            report = filled.report();
            StepRecorder recorder = new StepRecorder(
                    context.pairs(), snapshots, fixes, judge, (step, after) -> seen.add(step), index, sequences);
            try {
                context.flyway().on(database, plan(), recorder);
                isFromElsewhere = false;
            } catch (PhaseFailure failure) {
                if (failure.phase().is(PhaseDirection.UP)) {
                    return upFails(plan, failure, known);
                }
                isFromElsewhere =
                        sequences == SequenceRestart.Sequences.PUT_BACK && recorder.failedFromElsewhere(failure);
                if (!isFromElsewhere) {
                    recorder.failed(failure);
                }
            }
        }
        if (isFromElsewhere) {
            return judge(plan, known, SequenceRestart.Sequences.LEFT);
        }
        return seen.stream().flatMap(step -> findings(step.verdict()).stream()).toList();
    }

    private static List<Finding> findings(Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed) {
            return failed.findings();
        }
        return verdict instanceof Verdict.Passed passed ? passed.notices() : List.of();
    }

    private List<Phase> plan() {
        return new Phase.Plan(context.pairs()).up(pair).down(pair).again(pair).phases();
    }

    /** A migration that fails without rows, too, has been told of. */
    private List<Finding> upFails(FillPlan plan, PhaseFailure failure, MigrationStep known) throws PhaseFailure {
        Finding plain = FailureFindings.of(failure);
        if (findings(known.verdict()).stream().anyMatch(each -> each.title().equals(plain.title()))) {
            return List.of();
        }
        FailureOverRows over = new FailureOverRows(context, bare, index, pair, plan, dialect, failure, known);
        SmallestRows.Found smallest = new SmallestRows(over).find();
        return List.of(
                new AdmittedRows(over, report).areThere()
                        ? GeneratedRowsFindings.refused(pair, smallest, settings.admittedRows())
                        : GeneratedRowsFindings.fails(pair, smallest));
    }
}
