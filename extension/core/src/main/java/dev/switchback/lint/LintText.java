package dev.switchback.lint;

import dev.switchback.text.FirstLines;
import java.util.ArrayList;
import java.util.List;

/** A finding in words. */
final class LintText {

    private static final String MARGIN = "  ";

    private LintText() {}

    static String of(LintFinding finding) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(finding.title());
        if (!finding.statement().isBlank()) {
            paragraphs.add(indented(FirstLines.of(finding.statement().strip()), MARGIN + MARGIN));
        }
        StringBuilder reasons = new StringBuilder();
        if (!finding.effect().isEmpty()) {
            reasons.append(MARGIN).append("Seen: ").append(finding.effect()).append('\n');
        }
        if (!finding.reason().isEmpty()) {
            reasons.append(MARGIN)
                    .append("Why it matters: ")
                    .append(finding.reason())
                    .append('\n');
        }
        if (!reasons.isEmpty()) {
            paragraphs.add(reasons.toString().stripTrailing());
        }
        if (!finding.saferSql().isEmpty()) {
            paragraphs.add(MARGIN + "Safer:");
            paragraphs.add(indented(String.join("\n", finding.saferSql()), MARGIN + MARGIN));
        }
        paragraphs.add(
                MARGIN + "At " + finding.place() + "; more in " + finding.rule().page());
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static String indented(String text, String margin) {
        return String.join(
                "\n",
                text.lines().map(line -> line.isBlank() ? "" : margin + line).toList());
    }
}
