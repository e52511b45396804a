package dev.switchback.lint;

import dev.switchback.text.FirstLines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A finding in words. */
final class LintText {

    private static final String MARGIN = "  ";

    private LintText() {}

    /** Those of one list, in which what several statements of a file have in common is said with the first. */
    static Stream<String> of(List<LintFinding> findings) {
        return IntStream.range(0, findings.size())
                .mapToObj(number -> of(
                        findings.get(number),
                        number > 0 && haveSameReason(findings.get(number - 1), findings.get(number))));
    }

    private static boolean haveSameReason(LintFinding one, LintFinding next) {
        return one.file().equals(next.file())
                && one.rule().equals(next.rule())
                && one.reason().equals(next.reason());
    }

    static String of(LintFinding finding) {
        return of(finding, false);
    }

    private static String of(LintFinding finding, boolean isReasonSaid) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(finding.title());
        if (!finding.statement().isBlank()) {
            paragraphs.add(indented(FirstLines.of(finding.statement().strip()), MARGIN + MARGIN));
        }
        StringBuilder reasons = new StringBuilder();
        if (!finding.effect().isEmpty()) {
            reasons.append(MARGIN).append("Seen: ").append(finding.effect()).append('\n');
        }
        if (!finding.reason().isEmpty() && !isReasonSaid) {
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
        if (!isReasonSaid) {
            paragraphs.add(MARGIN + "At " + finding.place() + "; more in "
                    + finding.rule().page());
        }
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static String indented(String text, String margin) {
        return String.join(
                "\n",
                text.lines().map(line -> line.isBlank() ? "" : margin + line).toList());
    }
}
