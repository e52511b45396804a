package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.StepTimes;
import dev.switchback.migration.Verdict;
import dev.switchback.migration.rows.RowLoss;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.run.FailureFindings;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.run.ScriptSessions;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaDiff;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recorder of a whole way up, down and up: it takes snapshots on the first way up and at both ends. A difference at an end is
 * attributed to the migration that last changed the object.
 */
final class FullRecorder implements PhaseRun.Listener {

    private final SnapshotReader snapshots;
    private final FixFinder fixes;
    private final StepJudge judge;
    private final List<ScriptPair> pairs;
    private final int bottom;
    private final SequenceRestart.Sequences sequences;
    private SequenceRestart restart = SequenceRestart.AS_IT_BEGAN;

    private final List<DatabaseSnapshot> taken = new ArrayList<>();
    private final Map<ObjectName, ScriptPair> touchedLast = new HashMap<>();
    private final Map<ScriptPair, List<Finding>> findings = new HashMap<>();
    private final Map<ScriptPair, StepTimes> times = new HashMap<>();
    private final Map<ScriptPair, DeclaredLosses> declared = new HashMap<>();
    private final UndosAlone alone;
    private long began;

    FullRecorder(
            SnapshotReader snapshots,
            FixFinder fixes,
            StepJudge judge,
            List<ScriptPair> pairs,
            int bottom,
            SequenceRestart.Sequences sequences,
            UndosAlone alone) {
        this.snapshots = snapshots;
        this.fixes = fixes;
        this.judge = judge;
        this.pairs = pairs;
        this.bottom = bottom;
        this.sequences = sequences;
        this.alone = alone;
        taken.add(snapshots.take());
    }

    @Override
    public void beginning(Phase phase) {
        snapshots.begin();
        began = System.nanoTime();
    }

    @Override
    public void ran(Phase phase) {
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        times.merge(
                phase.pair(),
                StepTimes.NONE.with(phase.direction(), time),
                (known, ignored) -> known.with(phase.direction(), time));
    }

    @Override
    public ScriptSessions.Held watch(Connection session) {
        return snapshots.watch(session);
    }

    @Override
    public boolean completed(Phase phase) {
        switch (phase.direction()) {
            case UP -> wentUp(phase.pair());
            case DOWN -> {
                if (phase.pair().equals(pairs.get(bottom))) {
                    atTheBottom();
                }
            }
            case AGAIN -> {
                if (phase.pair().equals(pairs.get(pairs.size() - 1))) {
                    atTheTop();
                }
            }
        }
        return true;
    }

    private void wentUp(ScriptPair pair) {
        DatabaseSnapshot before = taken.get(taken.size() - 1);
        DatabaseSnapshot after = snapshots.take();
        taken.add(after);
        SchemaDiff.between(before.schema(), after.schema())
                .changes()
                .forEach(change -> touchedLast.put(change.name(), pair));
    }

    private void atTheBottom() {
        DatabaseSnapshot now = snapshots.take();
        DatabaseSnapshot expected = taken.get(0);
        SnapshotDiff left = SnapshotDiff.of(expected, now);
        if (!left.isEmpty()) {
            Phase.Plan plan = new Phase.Plan(pairs);
            pairs.subList(bottom, pairs.size()).forEach(plan::up);
            for (int i = pairs.size() - 1; i >= bottom; i--) {
                plan.down(pairs.get(i));
            }
            try (SecondRun second = fixes.secondRun(bottom, plan.phases())) {
                blame(PhaseDirection.DOWN, ChanceFilter.verifyUndo(left, now, second, inspection()), judge::afterUndo);
            }
        }
        restart = SequenceRestart.of(sequences, snapshots, now, expected);
    }

    private void atTheTop() {
        DatabaseSnapshot now = snapshots.take();
        DatabaseSnapshot expected = taken.get(taken.size() - 1);
        SnapshotDiff differs = SnapshotDiff.of(expected, now);
        if (!differs.isEmpty()) {
            blame(
                    PhaseDirection.AGAIN,
                    fixes.verifyAgain(bottom, pairs.subList(bottom, pairs.size()), expected, now, restart),
                    (pair, share, losses) -> judge.afterAgain(pair, share, List.of(), losses));
        }
    }

    /** Whether a second way up failed with sequences where production would not have them. */
    boolean failedFromElsewhere(PhaseFailure failure) {
        return failure.phase().is(PhaseDirection.AGAIN) && failure.overrun().isEmpty() && restart.isPutBack();
    }

    private RowInspection inspection() {
        return fixes.inspection(bottom, pairs.subList(bottom, pairs.size()));
    }

    private void blame(PhaseDirection direction, ChanceFilter.Verified verified, Judgement judged) {
        for (ScriptPair pair : pairs.subList(bottom, pairs.size())) {
            List<Finding> own = findings.computeIfAbsent(pair, any -> new ArrayList<>());
            own.addAll(judged.of(pair, share(pair, verified.byScript()), declared(pair)));
            SnapshotDiff byChance = share(pair, verified.byChance());
            if (!byChance.isEmpty()) {
                own.add(StepFindings.chance(pair, direction, byChance));
            }
        }
    }

    /** The judgement of one migration's share. */
    private interface Judgement {

        List<Finding> of(ScriptPair pair, SnapshotDiff share, DeclaredLosses declared);
    }

    private DeclaredLosses declared(ScriptPair pair) {
        return declared.computeIfAbsent(pair, any -> {
            int at = pairs.indexOf(pair) - bottom;
            return DeclaredLosses.of(pair, taken.get(at), taken.get(at + 1));
        });
    }

    /** The share of the differences that one migration has to answer for. */
    private SnapshotDiff share(ScriptPair pair, SnapshotDiff all) {
        return all.only(change -> responsible(change).equals(pair))
                .with(all.rows().stream()
                        .filter(difference -> responsible(difference).equals(pair))
                        .toList());
    }

    /**
     * For rows, who says that it loses them, or else who touched their column or table last; of the others nobody knows who
     * made them, so the newest has.
     */
    private ScriptPair responsible(RowSnapshot.Difference difference) {
        String column = difference.loss().map(RowLoss::column).orElse("");
        return declaring(difference)
                .or(() -> touchedLast(ObjectKind.COLUMN, difference.place() + "." + column))
                .or(() -> touchedLast(ObjectKind.TABLE, difference.place()))
                .orElse(pairs.get(pairs.size() - 1));
    }

    private Optional<ScriptPair> touchedLast(ObjectKind kind, String qualified) {
        return touchedLast.entrySet().stream()
                .filter(touched -> touched.getKey().kind() == kind
                        && touched.getKey().qualified().equals(qualified))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<ScriptPair> declaring(RowSnapshot.Difference difference) {
        return pairs.subList(bottom, pairs.size()).stream()
                .filter(pair -> declared(pair).cover(difference))
                .findFirst();
    }

    /** Who touched it last, or else whose undo leaves it otherwise. */
    private ScriptPair responsible(Change change) {
        return touchedLast.computeIfAbsent(
                change.name(), untouched -> alone.leaving(change).orElse(pairs.get(bottom)));
    }

    /** The steps when the whole way is behind. */
    List<MigrationStep> conclude() {
        List<MigrationStep> steps = new ArrayList<>();
        for (int i = bottom; i < pairs.size(); i++) {
            steps.add(step(i, StepJudge.verdict(findings.getOrDefault(pairs.get(i), List.of()))));
        }
        return steps;
    }

    /**
     * The steps when a script failed on the way: that one's verdict, and no other but for what was found before. An undo that
     * fails only over what others have left is not to blame; they are.
     */
    List<MigrationStep> concludeAt(PhaseFailure failure) {
        ScriptPair failed = failure.phase().pair();
        List<ScriptPair> toBlame = failure.phase().is(PhaseDirection.DOWN) ? leavingSomething(failed) : List.of();
        if (toBlame.isEmpty()) {
            findings.computeIfAbsent(failed, any -> new ArrayList<>()).add(FailureFindings.of(failure));
        }
        String end = failed.migration().title()
                + (toBlame.isEmpty()
                        ? ""
                        : ", whose undo holds by itself and fails there: "
                                + failure.error().message());
        List<MigrationStep> steps = new ArrayList<>();
        for (int i = bottom; i < pairs.size(); i++) {
            List<Finding> own = findings.getOrDefault(pairs.get(i), List.of());
            steps.add(step(
                    i,
                    StepJudge.fails(own)
                            ? StepJudge.verdict(own)
                            : new Verdict.Skipped("not judged: the way ended at " + end)));
        }
        return steps;
    }

    /** Those behind a migration that its undo fails over, each with what is found of it. */
    private List<ScriptPair> leavingSomething(ScriptPair failed) {
        List<ScriptPair> toBlame = new ArrayList<>();
        for (ScriptPair pair : alone.behind(failed)) {
            List<Finding> own = judge.afterUndo(pair, alone.left(pair).orElseThrow(), declared(pair));
            if (StepJudge.fails(own)) {
                findings.computeIfAbsent(pair, any -> new ArrayList<>()).addAll(own);
                toBlame.add(pair);
            }
        }
        return toBlame;
    }

    private MigrationStep step(int index, Verdict verdict) {
        int at = index - bottom;
        DatabaseSnapshot before = taken.get(Math.min(at, taken.size() - 1));
        DatabaseSnapshot after = taken.get(Math.min(at + 1, taken.size() - 1));
        ScriptPair pair = pairs.get(index);
        return new MigrationStep(
                        pair.migration(),
                        before.schema(),
                        after.schema(),
                        verdict,
                        times.getOrDefault(pair, StepTimes.NONE))
                .with(before.rowsOn(PhaseDirection.UP, after));
    }
}
