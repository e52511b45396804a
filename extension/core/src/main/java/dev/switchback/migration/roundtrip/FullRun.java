package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.Verdict;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes all the way up, all the way down and all the way up again. */
public final class FullRun {

    private final RoundTripContext context;
    private final List<ScriptPair> pairs;
    private final int first;
    private final StepJudge judge;
    private final Consumer<MigrationStep> listener;

    /**
     * Prepares the run.
     *
     * @param first the index of the first migration that is to be undone; the way down ends above the last that cannot be
     */
    public FullRun(RoundTripContext context, int first, StepJudge judge, Consumer<MigrationStep> listener) {
        this.context = context;
        this.pairs = context.pairs();
        this.first = first;
        this.judge = judge;
        this.listener = listener;
    }

    public void run() {
        int bottom = bottom();
        reportBelow(bottom);
        if (bottom < pairs.size()) {
            MergedSteps steps = new MergedSteps(trip(bottom));
            context.rows().indexes().stream()
                    .map(index -> index + 1)
                    .filter(start -> start > bottom && start < pairs.size())
                    .forEach(start -> steps.merge(trip(start)));
            steps.all().forEach(listener);
        }
    }

    /**
     * One whole trip. Rows that come in later than it begins are not part of it: what is below the version that they were made
     * for need not know them, so they have a trip of their own.
     */
    private List<MigrationStep> trip(int bottom) {
        return trip(bottom, SequenceRestart.Sequences.PUT_BACK);
    }

    private List<MigrationStep> trip(int bottom, SequenceRestart.Sequences sequences) {
        FullRecorder recorder = null;
        try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(context);
                Database database = forward.copyAfter(bottom);
                SnapshotReader snapshots = forward.snapshots(database)) {
            recorder = new FullRecorder(
                    snapshots,
                    new FixFinder(context, forward, judge.failing(), Optional.empty()),
                    judge,
                    pairs,
                    bottom,
                    sequences,
                    new UndosAlone(context, bottom));
            List<Phase> phases = plan(bottom);
            for (int from = 0; from < phases.size(); from += PhaseRun.LONGEST) {
                List<Phase> stretch = phases.subList(from, Math.min(phases.size(), from + PhaseRun.LONGEST));
                context.flyway().on(database, stretch, recorder);
            }
            return mended(recorder.conclude());
        } catch (PhaseFailure failure) {
            if (recorder != null && recorder.failedFromElsewhere(failure)) {
                return trip(bottom, SequenceRestart.Sequences.LEFT);
            }
            return recorder == null
                    ? MigrationStep.unreachable(pairs.subList(bottom, pairs.size()), failure)
                    : mended(recorder.concludeAt(failure));
        }
    }

    /** Says how to mend what is broken: each undo is looked at by itself, where its SQL is to be put. */
    private List<MigrationStep> mended(List<MigrationStep> steps) {
        if (steps.stream().noneMatch(step -> step.verdict() instanceof Verdict.Failed)) {
            return steps;
        }
        List<MigrationStep> mended = new ArrayList<>(steps);
        try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(context)) {
            FixFinder fixes = new FixFinder(context, forward, judge.failing(), Optional.empty());
            for (int i = 0; i < mended.size(); i++) {
                if (mended.get(i).verdict() instanceof Verdict.Failed failed) {
                    Verdict verdict =
                            new Verdict.Failed(mended(index(mended.get(i).migration()), failed.findings(), fixes));
                    mended.set(i, mended.get(i).with(verdict));
                }
            }
        } catch (PhaseFailure cannotBeReached) {
            return mended;
        }
        return mended;
    }

    private int index(Migration migration) {
        return context.scripts().migrations().indexOf(migration);
    }

    private List<Finding> mended(int index, List<Finding> findings, FixFinder fixes) {
        ScriptPair pair = pairs.get(index);
        List<Finding> drafted = findings.stream()
                .map(finding ->
                        finding.rule().equals("undo-fails") ? fixes.draftInstead(pair, index, finding) : finding)
                .toList();
        List<Phase> wayHere = new Phase.Plan(pairs).up(pair).down(pair).phases();
        try (SecondRun second = fixes.secondRun(index, wayHere)) {
            return fixes.mend(
                    pair, second, new ChanceFilter.Verified(SnapshotDiff.none(), SnapshotDiff.none()), drafted);
        }
    }

    private int bottom() {
        int bottom = pairs.size();
        while (bottom > first && pairs.get(bottom - 1).isJudged()) {
            bottom--;
        }
        return bottom;
    }

    private void reportBelow(int bottom) {
        for (ScriptPair pair : pairs.subList(first, bottom)) {
            listener.accept(
                    pair.isJudged()
                            ? MigrationStep.skipped(
                                    pair.migration(),
                                    "not reached: there is no way down past "
                                            + pairs.get(bottom - 1).migration().title())
                            : MigrationStep.of(pair.migration(), judge.withoutUndo(pair)));
        }
    }

    private List<Phase> plan(int bottom) {
        Phase.Plan plan = new Phase.Plan(pairs);
        List<ScriptPair> trip = pairs.subList(bottom, pairs.size());
        trip.forEach(plan::up);
        for (int i = trip.size() - 1; i >= 0; i--) {
            plan.down(trip.get(i));
        }
        trip.forEach(plan::again);
        return plan.phases();
    }
}
