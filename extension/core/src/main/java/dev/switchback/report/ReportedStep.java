package dev.switchback.report;

import dev.switchback.migration.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * One migration and the verdict on it.
 *
 * @param version its version; empty for a repeatable one
 * @param name what people call it: {@code V7 split name}
 * @param up its script
 * @param down its undo, if one was found
 * @param reason why it was skipped; empty if it was not
 * @param known whether an earlier run judged it
 * @param times how long the scripts took
 * @param changes what it changed
 * @param locks what it locks
 * @param rows what became of rows
 * @param trend its time, and that of earlier runs
 * @param findings what is wrong with it
 */
public record ReportedStep(
        String version,
        String name,
        ReportedScript up,
        ReportedScript down,
        ReportedVerdict verdict,
        String reason,
        boolean known,
        ReportedTimes times,
        List<ReportedChange> changes,
        ReportedLocks locks,
        ReportedRows rows,
        ReportedTrend trend,
        List<ReportedFinding> findings) {

    /** One of which nothing is known that happened to rows, and no earlier time. */
    public ReportedStep(
            String version,
            String name,
            ReportedScript up,
            ReportedScript down,
            ReportedVerdict verdict,
            String reason,
            boolean known,
            ReportedTimes times,
            List<ReportedChange> changes,
            ReportedLocks locks,
            List<ReportedFinding> findings) {
        this(
                version,
                name,
                up,
                down,
                verdict,
                reason,
                known,
                times,
                changes,
                locks,
                ReportedRows.NONE,
                ReportedTrend.NONE,
                findings);
    }

    public ReportedStep {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /** The same with one finding more. */
    ReportedStep with(ReportedFinding finding) {
        return new ReportedStep(
                version,
                name,
                up,
                down,
                finding.severity() == Severity.FAIL ? ReportedVerdict.FAILED : verdict,
                reason,
                known,
                times,
                changes,
                locks,
                rows,
                trend,
                Stream.concat(findings.stream(), Stream.of(finding)).toList());
    }

    /** The same with what it locks. */
    ReportedStep with(ReportedLocks seen) {
        return new ReportedStep(
                version, name, up, down, verdict, reason, known, times, changes, seen, rows, trend, findings);
    }

    /** The same with what became of rows. */
    ReportedStep with(ReportedRows seen) {
        return new ReportedStep(
                version, name, up, down, verdict, reason, known, times, changes, locks, seen, trend, findings);
    }

    /** The same with its time and those of earlier runs. */
    ReportedStep with(ReportedTrend measured) {
        return new ReportedStep(
                version, name, up, down, verdict, reason, known, times, changes, locks, rows, measured, findings);
    }

    /** The verdict in words, as the table on the terminal has it. */
    String verdictText() {
        return switch (verdict) {
            case PASSED -> "ok" + (findings.isEmpty() ? "" : ", " + notices(findings.size()));
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
        };
    }

    private static String notices(int count) {
        return count == 1 ? "1 notice" : count + " notices";
    }
}
