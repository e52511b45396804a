package dev.switchback.lint;

import dev.switchback.migration.Severity;
import org.apiguardian.api.API;

/**
 * A lint rule, as a person knows it.
 *
 * @param id its name in settings and markers, such as {@code index-not-concurrent}; its page is {@code
 *     docs/lint/<id>.md}, or its heading in {@code docs/lint-files.md}
 * @param title the mistake in a few words
 * @param severity the severity of its findings where neither settings nor circumstances say otherwise
 * @param category its subject
 * @param isOptional whether it is off until settings switch it on, because teams differ about it
 */
public record LintRule(String id, String title, Severity severity, LintCategory category, boolean isOptional) {

    @API(status = API.Status.INTERNAL)
    public LintRule {
        if (!id.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("The id of a rule is in kebab-case, not " + id);
        }
    }

    /** A rule that is on. */
    @API(status = API.Status.INTERNAL)
    public LintRule(String id, String title, Severity severity, LintCategory category) {
        this(id, title, severity, category, false);
    }

    /** Its page in the documentation. */
    public String page() {
        return category == LintCategory.FILES || category == LintCategory.HISTORY
                ? "docs/lint-files.md#" + id
                : "docs/lint/" + id + ".md";
    }
}
