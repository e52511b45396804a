package dev.switchback.report;

import dev.switchback.migration.Severity;
import java.util.List;

/**
 * The judgment of one check.
 *
 * @param source the engine that judged: {@value #ROUND_TRIP}, {@value #LINT} or {@value #PREVIOUS_VERSION}
 * @param rule the rule's id: {@code undo-incomplete}
 * @param migration what people call the migration; empty if it concerns no single one
 * @param title one line that says what is wrong
 * @param text the whole message, title included
 * @param file the script or the file of statements to be changed, by its path from the folder in which the run began; empty if it is none
 * @param line its line, counted from 1; 0 if it is none
 * @param difference what is there, against what should be
 * @param fix SQL that mends it; empty if there is none
 * @param notRestored what that SQL does not bring back
 * @param page the page of the rule; empty if it has none
 */
public record ReportedFinding(
        String source,
        String rule,
        Severity severity,
        String migration,
        String title,
        String text,
        String file,
        int line,
        List<ReportedChange> difference,
        String fix,
        List<String> notRestored,
        String page) {

    static final String ROUND_TRIP = "round-trip";
    static final String LINT = "lint";
    static final String PREVIOUS_VERSION = "previous-version";

    public ReportedFinding {
        difference = List.copyOf(difference);
        notRestored = List.copyOf(notRestored);
    }

    /** The severity in data: {@code fail} or {@code notice}. */
    String severityId() {
        return severity == Severity.FAIL ? "fail" : "notice";
    }

    /** The message without its title. */
    String body() {
        String rest = text.startsWith(title) ? text.substring(title.length()) : text;
        return rest.strip().isEmpty()
                ? ""
                : rest.stripTrailing().replaceFirst("^\\s*\\n", "").stripIndent();
    }
}
