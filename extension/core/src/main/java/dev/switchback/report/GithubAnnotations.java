package dev.switchback.report;

import dev.switchback.migration.Severity;
import java.util.List;

/**
 * Findings as commands that GitHub Actions turns into annotations of a file. It shows ten errors and ten warnings of a step and
 * drops the rest without a word; so the worst come first, and the last of them says how many are left out.
 */
public final class GithubAnnotations {

    private static final int SHOWN = 10;

    private GithubAnnotations() {}

    public static String of(MigrationReport report) {
        StringBuilder text = new StringBuilder();
        append(text, "error", report, Severity.FAIL);
        append(text, "warning", report, Severity.NOTICE);
        report.remarks().stream()
                .limit(SHOWN)
                .forEach(remark -> text.append("::notice title=Switchback::%s\n".formatted(message(remark))));
        return text.toString();
    }

    private static void append(StringBuilder text, String command, MigrationReport report, Severity severity) {
        List<ReportedFinding> findings = report.worstFirst().stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
        int shown = findings.size() <= SHOWN ? findings.size() : SHOWN - 1;
        findings.subList(0, shown).forEach(finding -> text.append(annotation(command, finding)));
        if (shown < findings.size()) {
            text.append("::%s title=Switchback::%d more findings of this kind are in the report\n"
                    .formatted(command, findings.size() - shown));
        }
    }

    private static String annotation(String command, ReportedFinding finding) {
        String file = finding.file().isEmpty() ? "" : "file=" + property(finding.file()) + ",";
        String line = file.isEmpty() || finding.line() == 0 ? "" : "line=" + finding.line() + ",";
        return "::%s %s%stitle=%s::%s\n"
                .formatted(
                        command,
                        file,
                        line,
                        property(finding.rule()),
                        message(finding.text().strip()));
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
