package dev.switchback.report;

import static java.util.stream.Collectors.joining;

import dev.switchback.migration.Severity;
import java.util.List;

/** Findings with their whole messages. */
final class HtmlFindings {

    private HtmlFindings() {}

    static String of(List<ReportedFinding> findings) {
        return findings.stream().map(HtmlFindings::of).collect(joining());
    }

    private static String of(ReportedFinding finding) {
        String place = finding.file() + (finding.line() == 0 ? "" : ":" + finding.line());
        String body = finding.body();
        return "<article class=\"finding %s\" data-verdict=\"%s\" data-rules=\"%s\"><h4>%s</h4><p>%s%s</p>%s</article>\n"
                .formatted(
                        finding.severityId(),
                        finding.severity() == Severity.FAIL ? "failed" : "noticed",
                        HtmlText.escaped(finding.rule()),
                        HtmlText.escaped(finding.title()),
                        RulePage.link(finding),
                        place.isEmpty() ? "" : " in <code>" + HtmlText.escaped(place) + "</code>",
                        body.isEmpty() ? "" : "<pre>" + HtmlText.escaped(body) + "</pre>");
    }
}
