package dev.switchback.report;

import java.util.List;

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
        List<ReportedFinding> findings) {

    public ReportedStep {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
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
