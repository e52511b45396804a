package dev.switchback.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The report for a comment on a pull request or a page of a pipeline: no longer than 64 KiB, the worst first. What is left out is
 * counted.
 */
public final class MarkdownReport {

    /** The longest comment on GitHub, less than what the line on the rest takes. */
    private static final int LONGEST = 65_536 - 200;

    private static final int LADDER = 40;

    private final StringBuilder text = new StringBuilder();
    private int bytes;

    private MarkdownReport() {}

    public static String of(MigrationReport report) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.write(report);
        return markdown.text.toString();
    }

    private void write(MigrationReport report) {
        add("## Migrations: " + (report.fails() ? "findings" : "all hold") + "\n\n");
        for (ReportedHistory history : report.histories()) {
            add("**" + plain(history.title()) + "**: " + history.sum() + "\n\n");
        }
        for (String remark : report.remarks()) {
            add(plain(remark) + "\n\n");
        }
        List<ReportedFinding> left = new ArrayList<>();
        for (ReportedFinding finding : report.worstFirst()) {
            if (!left.isEmpty() || !add(finding(finding))) {
                left.add(finding);
            }
        }
        if (left.isEmpty()) {
            report.histories().forEach(this::ladder);
        } else {
            text.append("\n%d more findings are left out here; the whole report has them.\n".formatted(left.size()));
        }
    }

    private static String finding(ReportedFinding finding) {
        String place = finding.file() + (finding.line() == 0 ? "" : ":" + finding.line());
        String body = finding.body();
        return "<details><summary>%s %s</summary>\n\n%s`%s`\n\n%s</details>\n\n"
                .formatted(
                        finding.severityId().equals("fail") ? "&#x274C;" : "&#x26A0;&#xFE0F;",
                        HtmlText.escaped(finding.title()),
                        place.isEmpty() ? "" : code(place) + " ",
                        finding.rule(),
                        body.isEmpty() ? "" : fenced(body));
    }

    private void ladder(ReportedHistory history) {
        List<ReportedStep> steps = history.steps();
        if (steps.isEmpty()) {
            return;
        }
        boolean hasTimes = history.hasTimes();
        StringBuilder rows = new StringBuilder("<details><summary>" + HtmlText.escaped(history.title())
                + "</summary>\n\n"
                + (hasTimes
                        ? "| migration | up | down | again | verdict |\n|---|--:|--:|--:|---|\n"
                        : "| migration | verdict |\n|---|---|\n"));
        List<ReportedStep> shown = steps.subList(Math.max(0, steps.size() - LADDER), steps.size());
        for (ReportedStep step : shown) {
            rows.append("| %s | %s%s |\n"
                    .formatted(plain(step.name()), hasTimes ? times(step.times()) : "", step.verdictText()));
        }
        int older = steps.size() - shown.size();
        add(rows + (older == 0 ? "" : "\nand " + older + " older ones\n") + "\n</details>\n\n");
    }

    private static String times(ReportedTimes times) {
        return HtmlText.escaped("%s | %s | %s | "
                .formatted(
                        ReportedTimes.text(times.up()),
                        ReportedTimes.text(times.down()),
                        ReportedTimes.text(times.again())));
    }

    /** Adds a part, unless the whole would then be too long. */
    private boolean add(String part) {
        int length = part.getBytes(StandardCharsets.UTF_8).length;
        if (bytes + length > LONGEST) {
            return false;
        }
        bytes += length;
        text.append(part);
        return true;
    }

    private static String fenced(String body) {
        String fence = "```";
        while (body.contains(fence)) {
            fence += "`";
        }
        return fence + "\n" + body + "\n" + fence + "\n\n";
    }

    private static String code(String text) {
        return "`" + text.replace("`", "'") + "`";
    }

    /** Text in which nothing has a meaning for Markdown. */
    private static String plain(String text) {
        return HtmlText.escaped(text.replaceAll("([\\\\`*_\\[\\]|~#])", "\\\\$1"));
    }
}
