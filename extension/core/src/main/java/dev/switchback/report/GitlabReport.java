package dev.switchback.report;

import dev.switchback.migration.Severity;
import java.util.List;

/** Findings as GitLab's code quality report. */
public final class GitlabReport {

    private GitlabReport() {}

    public static String of(MigrationReport report) {
        JsonOutput json = new JsonOutput();
        List<FingerprintedFinding> findings = FingerprintedFinding.all(report);
        return json.array(findings, GitlabReport::finding) + "\n";
    }

    private static void finding(JsonOutput json, FingerprintedFinding each) {
        ReportedFinding finding = each.finding();
        json.object(() -> json.member("description", finding.title())
                .member("check_name", finding.rule())
                .member("fingerprint", each.fingerprint())
                .member("severity", finding.severity() == Severity.FAIL ? "major" : "minor")
                .object("location", () -> json.member("path", each.file())
                        .object("lines", () -> json.member("begin", Math.max(1, finding.line())))));
    }
}
