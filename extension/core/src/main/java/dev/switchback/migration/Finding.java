package dev.switchback.migration;

import dev.switchback.schema.SchemaDiff;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The judgment of one check on a migration.
 *
 * <p>Made by Switchback only, so that it may say more in later versions.
 */
public final class Finding {

    private final String rule;
    private final Severity severity;
    private final String title;
    private final String text;
    private final Optional<SchemaDiff> difference;
    private final Optional<SuggestedFix> suggestedFix;

    @API(status = API.Status.INTERNAL)
    public Finding(
            String rule,
            Severity severity,
            String title,
            String text,
            Optional<SchemaDiff> difference,
            Optional<SuggestedFix> suggestedFix) {
        this.rule = rule;
        this.severity = severity;
        this.title = title;
        this.text = text;
        this.difference = difference;
        this.suggestedFix = suggestedFix;
    }

    /** A finding without a difference. */
    @API(status = API.Status.INTERNAL)
    public Finding(String rule, Severity severity, String title, String text) {
        this(rule, severity, title, text, Optional.empty(), Optional.empty());
    }

    /** The rule's id, such as {@code undo-incomplete}. */
    public String rule() {
        return rule;
    }

    /** Whether it fails the verdict. */
    public Severity severity() {
        return severity;
    }

    /** One line that names the migration and what is wrong. */
    public String title() {
        return title;
    }

    /** The whole message, title included, as a failing test prints it. */
    public String text() {
        return text;
    }

    /** The expected schema against the one that is there, where that is what is wrong. */
    public Optional<SchemaDiff> difference() {
        return difference;
    }

    /** SQL that brings the schema back, where some was found; the text says it, too. */
    public Optional<SuggestedFix> suggestedFix() {
        return suggestedFix;
    }

    @API(status = API.Status.INTERNAL)
    public Finding comparing(SchemaDiff expectedAndFound) {
        return expectedAndFound.isEmpty()
                ? this
                : new Finding(rule, severity, title, text, Optional.of(expectedAndFound), suggestedFix);
    }

    /** The same finding with a paragraph more. */
    @API(status = API.Status.INTERNAL)
    public Finding with(String paragraph) {
        return new Finding(rule, severity, title, text + paragraph, difference, suggestedFix);
    }

    /** The same finding with what mends it, and a paragraph that says so. */
    @API(status = API.Status.INTERNAL)
    public Finding withFix(SuggestedFix sql, String paragraph) {
        return new Finding(rule, severity, title, text + "\n" + paragraph, difference, Optional.of(sql));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Finding that
                && rule.equals(that.rule)
                && severity == that.severity
                && title.equals(that.title)
                && text.equals(that.text)
                && difference.equals(that.difference)
                && suggestedFix.equals(that.suggestedFix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, severity, title, text, difference, suggestedFix);
    }

    @Override
    public String toString() {
        return "Finding[rule=" + rule + ", severity=" + severity + ", title=" + title + ", text=" + text
                + ", difference=" + difference + ", suggestedFix=" + suggestedFix + "]";
    }
}
