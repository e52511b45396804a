package dev.switchback.report;

import dev.switchback.migration.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * The migrations of some locations, as they were judged.
 *
 * @param judgment what was judged, by what, and when
 * @param steps the migrations in order
 * @param findings what concerns no single migration
 * @param notCompared what was left out, a line each
 * @param remarks sentences that hold for all of it
 * @param tables the tables after the last migration that was judged
 */
public record ReportedHistory(
        ReportedJudgment judgment,
        List<ReportedStep> steps,
        List<ReportedFinding> findings,
        List<String> notCompared,
        List<String> remarks,
        List<ReportedTable> tables) {

    public ReportedHistory {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        notCompared = List.copyOf(notCompared);
        remarks = List.copyOf(remarks);
        tables = List.copyOf(tables);
    }

    /** The same with other data about its migrations. */
    ReportedHistory with(List<ReportedStep> others) {
        return new ReportedHistory(judgment, others, findings, notCompared, remarks, tables);
    }

    public String title() {
        return judgment.title();
    }

    /** The findings on migrations, and those on none. */
    public Stream<ReportedFinding> allFindings() {
        return Stream.concat(steps.stream().flatMap(step -> step.findings().stream()), findings.stream());
    }

    public boolean fails() {
        return allFindings().anyMatch(finding -> finding.severity() == Severity.FAIL);
    }

    /** The number of migrations with this verdict. */
    public long count(ReportedVerdict verdict) {
        return steps.stream().filter(step -> step.verdict() == verdict).count();
    }

    /** Whether scripts were measured: a lint measures none. */
    boolean hasTimes() {
        return steps.stream().anyMatch(step -> !step.times().equals(ReportedTimes.NONE));
    }

    /** Whether an earlier run has measured a time, too. */
    boolean hasTrends() {
        return steps.stream().anyMatch(step -> step.trend().isKnown());
    }

    /** How many migrations were judged, and how many there are of each verdict, in words. */
    public String sum() {
        return "%s: %d ok, %d failed, %d skipped%s"
                .formatted(
                        counted(steps.size(), "migration"),
                        count(ReportedVerdict.PASSED),
                        count(ReportedVerdict.FAILED),
                        count(ReportedVerdict.SKIPPED),
                        findings.isEmpty() ? "" : "; " + counted(findings.size(), "finding") + " on no single one");
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }
}
