package dev.switchback.report;

import dev.switchback.migration.Severity;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Data of reports, as large as a test wants it. */
final class Histories {

    private Histories() {}

    static ReportedHistory failing(String title, int migrations) {
        return of(
                title,
                IntStream.range(0, migrations)
                        .mapToObj(i -> step(i, Severity.FAIL))
                        .toList());
    }

    static ReportedHistory of(String title, List<ReportedStep> steps) {
        return of(judgment(title, "", ReportedJudgment.ROUND_TRIP), steps);
    }

    static ReportedJudgment judgment(String title, String scripts, String... checks) {
        return new ReportedJudgment(
                title, Instant.parse("2026-11-29T05:00:00Z"), List.of(checks), scripts, UndoFolders.NONE);
    }

    static ReportedHistory of(ReportedJudgment judgment, List<ReportedStep> steps) {
        return new ReportedHistory(judgment, steps, List.of(), List.of("large objects"), List.of(), tables(3));
    }

    static ReportedStep step(int number, Severity severity) {
        ReportedFinding finding = finding(number, severity);
        return new ReportedStep(
                "" + number,
                "V" + number + " step",
                new ReportedScript("db/V" + number + "__step.sql", "SELECT " + number + ";"),
                ReportedScript.NONE,
                severity == Severity.FAIL ? ReportedVerdict.FAILED : ReportedVerdict.PASSED,
                "",
                false,
                new ReportedTimes(1200, 300, 0),
                List.of(new ReportedChange("added", "table", "public.t" + number, "", "", "", "")),
                ReportedLocks.UNKNOWN,
                List.of(finding));
    }

    static ReportedFinding finding(int number, Severity severity) {
        String title = "V" + number + "__step: the undo does not bring the schema back";
        return new ReportedFinding(
                ReportedFinding.ROUND_TRIP,
                "undo-incomplete",
                severity,
                "V" + number + " step",
                title,
                title + "\n\n  table public.t" + number + "\n    + column <x> & more, 100%\n",
                "db/V" + number + "__step.sql",
                number,
                List.of(),
                "",
                List.of(),
                "docs/round-trip.md#findings");
    }

    /** A chain of tables, each of which refers to the one before it. */
    static List<ReportedTable> tables(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ReportedTable(
                        "public",
                        "t" + i,
                        List.of(new ReportedTable.Column("id", "integer", "PK")),
                        i == 0 ? List.of() : List.of("public.t" + (i - 1))))
                .toList();
    }
}
