package dev.switchback.report;

import java.util.List;
import java.util.function.ToIntFunction;

/** The report for a terminal: a line for each migration, then the findings, the worst first. */
public final class TextReport {

    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";

    private final StringBuilder text = new StringBuilder();
    private final boolean isColoured;

    private TextReport(boolean isColoured) {
        this.isColoured = isColoured;
    }

    public static String of(MigrationReport report, boolean coloured) {
        TextReport text = new TextReport(coloured);
        report.histories().forEach(text::ladder);
        report.worstFirst().forEach(text::finding);
        report.remarks().forEach(remark -> text.text.append(remark).append("\n\n"));
        report.histories().forEach(history -> text.text.append(history.sum()).append('\n'));
        return text.text.toString();
    }

    private void ladder(ReportedHistory history) {
        List<ReportedStep> steps = history.steps();
        int name = width(steps, step -> step.name().length());
        for (ReportedStep step : steps) {
            text.append("  %-".concat(Math.max(1, name) + "s   ").formatted(step.name()));
            if (history.hasTimes()) {
                text.append("up %7s   down %7s   again %7s   "
                        .formatted(
                                ReportedTimes.text(step.times().up()),
                                ReportedTimes.text(step.times().down()),
                                ReportedTimes.text(step.times().again())));
            }
            String verdict = step.verdictText() + (step.reason().isEmpty() ? "" : ": " + step.reason());
            text.append(coloured(colour(step), verdict)).append('\n');
        }
        if (!steps.isEmpty()) {
            text.append('\n');
        }
    }

    private void finding(ReportedFinding finding) {
        text.append(coloured(
                        finding.severityId().equals("fail") ? RED : YELLOW,
                        finding.severityId().toUpperCase(java.util.Locale.ROOT)))
                .append(' ')
                .append(finding.text().strip())
                .append("\n\n");
    }

    private static String colour(ReportedStep step) {
        return switch (step.verdict()) {
            case PASSED -> step.findings().isEmpty() ? GREEN : YELLOW;
            case FAILED -> RED;
            case SKIPPED -> YELLOW;
        };
    }

    private String coloured(String colour, String words) {
        return isColoured ? colour + words + PLAIN : words;
    }

    private static int width(List<ReportedStep> steps, ToIntFunction<ReportedStep> length) {
        return steps.stream().mapToInt(length).max().orElse(0);
    }
}
