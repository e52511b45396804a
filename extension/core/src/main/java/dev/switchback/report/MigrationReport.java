package dev.switchback.report;

import dev.switchback.migration.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was judged in one run: the data of every form of report.
 *
 * @param histories one for each set of migrations
 */
public record MigrationReport(List<ReportedHistory> histories) {

    public MigrationReport {
        histories = List.copyOf(histories);
    }

    public static MigrationReport of(ReportedHistory... histories) {
        return new MigrationReport(List.of(histories));
    }

    /** The findings of all histories, the worst first, and otherwise in the order of the migrations. */
    public List<ReportedFinding> worstFirst() {
        return Stream.of(Severity.values())
                .flatMap(severity -> histories.stream()
                        .flatMap(ReportedHistory::allFindings)
                        .filter(finding -> finding.severity() == severity))
                .toList();
    }

    /** The remarks of all histories. */
    public List<String> remarks() {
        return histories.stream()
                .flatMap(history -> history.remarks().stream())
                .distinct()
                .toList();
    }

    /** Whether something fails. */
    public boolean fails() {
        return histories.stream().anyMatch(ReportedHistory::fails);
    }
}
