package dev.switchback.migration;

import dev.switchback.schema.SchemaDiff;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The result of a check of a migration.
 *
 * @param rule the rule's id, such as {@code undo-incomplete}
 * @param severity whether it fails the verdict
 * @param title one line that names the migration and what is wrong
 * @param text the whole message, title included, as a failing test prints it
 * @param difference the expected schema against the one that is there, if that is the problem
 * @param mending SQL that brings the schema back, where some was found; the text says it, too
 */
public record Finding(
        String rule,
        Severity severity,
        String title,
        String text,
        Optional<SchemaDiff> difference,
        Optional<SuggestedFix> mending) {

    public Finding(String rule, Severity severity, String title, String text) {
        this(rule, severity, title, text, Optional.empty(), Optional.empty());
    }

    @API(status = API.Status.INTERNAL)
    public Finding comparing(SchemaDiff expectedAndFound) {
        return expectedAndFound.isEmpty()
                ? this
                : new Finding(rule, severity, title, text, Optional.of(expectedAndFound), mending);
    }

    /** The same finding with what mends it, and a paragraph that says so. */
    @API(status = API.Status.INTERNAL)
    public Finding mendedBy(SuggestedFix sql, String paragraph) {
        return new Finding(rule, severity, title, text + "\n" + paragraph, difference, Optional.of(sql));
    }
}
