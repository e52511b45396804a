package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RowsOnWay;
import dev.switchback.migration.StepTimes;
import dev.switchback.migration.Verdict;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.run.FailureFindings;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.run.ScriptSessions;
import dev.switchback.migration.script.ScriptPair;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the database after every phase of a stretch and makes the steps' verdicts from what it sees. */
final class StepRecorder implements PhaseRun.Listener {

    private final List<ScriptPair> pairs;
    private final SnapshotReader snapshots;
    private final FixFinder fixes;
    private final StepJudge judge;
    private final Listener listener;
    private final SequenceRestart.Sequences sequences;
    private final int lookedInto;

    private int index;
    private boolean forwardOnly = true;
    private boolean gaveUp;
    private boolean concluded;
    private DatabaseSnapshot before;
    private DatabaseSnapshot after;
    private SequenceRestart restart = SequenceRestart.AS_IT_BEGAN;
    private List<Finding> findings = new ArrayList<>();
    private DeclaredLosses declared = DeclaredLosses.NONE;
    private List<RowSnapshot.Difference> lost = List.of();
    private StepTimes times = StepTimes.NONE;
    private final List<RowsOnWay> rows = new ArrayList<>();
    private DatabaseSnapshot lastSeen;
    private long began;

    /** Is handed each step with the state after its migration. */
    interface Listener {

        void judged(MigrationStep step, DatabaseSnapshot after);
    }

    /** Begins with the database as it is, after {@code index} migrations; sequences are put back before each second way up. */
    StepRecorder(
            List<ScriptPair> pairs,
            SnapshotReader snapshots,
            FixFinder fixes,
            StepJudge judge,
            Listener listener,
            int index) {
        this(pairs, snapshots, fixes, judge, listener, index, SequenceRestart.Sequences.PUT_BACK);
    }

    StepRecorder(
            List<ScriptPair> pairs,
            SnapshotReader snapshots,
            FixFinder fixes,
            StepJudge judge,
            Listener listener,
            int index,
            SequenceRestart.Sequences sequences) {
        this(pairs, snapshots, fixes, judge, listener, index, sequences, pairs.size());
    }

    /** Looks into the steps before another index; with the first difference in one behind, it gives up that step and the run. */
    StepRecorder(
            List<ScriptPair> pairs,
            SnapshotReader snapshots,
            FixFinder fixes,
            StepJudge judge,
            Listener listener,
            int index,
            SequenceRestart.Sequences sequences,
            int lookedInto) {
        this.pairs = pairs;
        this.snapshots = snapshots;
        this.fixes = fixes;
        this.judge = judge;
        this.listener = listener;
        this.index = index;
        this.sequences = sequences;
        this.lookedInto = lookedInto;
        this.before = snapshots.take();
        this.after = before;
        this.lastSeen = before;
    }

    /** Begins anew with the database as it is: between two steps, something else has changed it. */
    void begin() {
        before = snapshots.take();
        after = before;
        lastSeen = before;
    }

    /** Whether the database is where it would be had it only gone up. */
    boolean isForwardOnly() {
        return forwardOnly;
    }

    /** The state in which the next step begins or, within one, in which that one began. */
    DatabaseSnapshot here() {
        return before;
    }

    /** How many migrations are behind. */
    int done() {
        return index;
    }

    @Override
    public void beginning(Phase phase) {
        snapshots.begin();
        concluded = false;
        began = System.nanoTime();
    }

    @Override
    public void ran(Phase phase) {
        times = times.with(phase.direction(), Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public ScriptSessions.Held watch(Connection session) {
        return snapshots.watch(session);
    }

    @Override
    public boolean completed(Phase phase) {
        DatabaseSnapshot now = snapshots.take();
        rows.addAll(lastSeen.rowsOn(phase.direction(), now));
        lastSeen = now;
        switch (phase.direction()) {
            case UP -> wentUp(phase.pair(), now);
            case DOWN -> wentDown(phase.pair(), now);
            case AGAIN -> wentUpAgain(phase.pair(), now);
        }
        return !gaveUp && (forwardOnly || !concluded);
    }

    private void wentUp(ScriptPair pair, DatabaseSnapshot now) {
        after = now;
        if (pair.isJudged()) {
            declared = DeclaredLosses.of(pair, before, after);
            findings.addAll(declared.wrong());
            return;
        }
        conclude(
                pair,
                pair.irreversible().isPresent() || index >= lookedInto
                        ? judge.withoutUndo(pair)
                        : StepJudge.verdict(List.of(fixes.draftMissing(pair, index, judge.undoMissing(pair)))));
    }

    private void wentDown(ScriptPair pair, DatabaseSnapshot now) {
        SnapshotDiff left = SnapshotDiff.of(before, now);
        gaveUp |= !left.isEmpty() && index >= lookedInto;
        if (!left.isEmpty() && !gaveUp) {
            List<Phase> wayHere = new Phase.Plan(pairs).up(pair).down(pair).phases();
            try (SecondRun second = fixes.secondRun(index, wayHere)) {
                ChanceFilter.Verified verified =
                        ChanceFilter.verifyUndo(left, now, second, fixes.inspection(index, List.of(pair)));
                SnapshotDiff byScript = verified.byScript();
                List<Finding> ofSchema =
                        fixes.mend(pair, second, verified, judge.schemaAfterUndo(pair, byScript.schema()));
                lost = gone(byScript.rows(), ofSchema);
                List<Finding> ofRows = judge.rowsAfterUndo(pair, lost, declared);
                note(pair, PhaseDirection.DOWN, verified, MergedSteps.all(ofSchema, ofRows));
            }
        }
        restart = SequenceRestart.of(sequences, snapshots, now, before);
    }

    /** Rows that come back with the schema were never gone: their table or column has another name. */
    private static List<RowSnapshot.Difference> gone(List<RowSnapshot.Difference> rows, List<Finding> mended) {
        return mended.stream()
                .flatMap(finding -> finding.suggestedFix().stream())
                .findFirst()
                .map(fix -> rows.stream()
                        .filter(difference -> fix.notRestored().contains(difference.subject()))
                        .toList())
                .orElse(rows);
    }

    private void wentUpAgain(ScriptPair pair, DatabaseSnapshot now) {
        SnapshotDiff differs = SnapshotDiff.of(after, now);
        gaveUp |= !differs.isEmpty() && index >= lookedInto;
        if (gaveUp) {
            return;
        }
        if (!differs.isEmpty()) {
            ChanceFilter.Verified verified = fixes.verifyAgain(index, List.of(pair), after, now, restart);
            note(pair, PhaseDirection.AGAIN, verified, judge.afterAgain(pair, verified.byScript(), lost, declared));
        }
        findings.addAll(declared.notSeen(pair, before));
        conclude(pair, StepJudge.verdict(findings));
        before = before.withSequencesOf(now);
    }

    private void note(ScriptPair pair, PhaseDirection direction, ChanceFilter.Verified verified, List<Finding> found) {
        forwardOnly = false;
        findings.addAll(found);
        if (!verified.byChance().isEmpty()) {
            findings.add(StepFindings.chance(pair, direction, verified.byChance()));
        }
    }

    /** Whether a second way up failed with sequences where production would not have them. */
    boolean failedFromElsewhere(PhaseFailure failure) {
        return failure.phase().is(PhaseDirection.AGAIN) && failure.overrun().isEmpty() && restart.isPutBack();
    }

    /** The script of a phase failed; the database is of no more use. */
    void failed(PhaseFailure failure) {
        forwardOnly = false;
        ScriptPair pair = failure.phase().pair();
        Finding finding = FailureFindings.of(failure);
        findings.add(failure.phase().is(PhaseDirection.DOWN) ? fixes.draftInstead(pair, index, finding) : finding);
        conclude(pair, StepJudge.verdict(findings));
    }

    private void conclude(ScriptPair pair, Verdict verdict) {
        listener.judged(
                new MigrationStep(pair.migration(), before.schema(), after.schema(), verdict, times).with(rows), after);
        index++;
        concluded = true;
        before = after;
        findings = new ArrayList<>();
        lost = List.of();
        times = StepTimes.NONE;
        rows.clear();
    }
}
