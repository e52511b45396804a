package dev.switchback.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apiguardian.api.API;

/**
 * The form that a team's names of migrations have, beyond what Flyway asks for. Prefix, separator and suffix are those of
 * Flyway's configuration. Immutable; equal if the form is.
 */
public final class FileNaming {

    private final Form form;
    private final String pattern;

    /** Forms of names. */
    @API(status = API.Status.INTERNAL)
    public enum Form {
        SEQUENCE,
        TICKET_SEQUENCE,
        TIMESTAMP,
        PATTERN
    }

    private FileNaming(Form form, String pattern) {
        this.form = form;
        this.pattern = pattern;
    }

    /** Numbers that are padded with zeros to one length, of four digits or more: {@code V0001__add_orders}. */
    public static FileNaming sequence() {
        return new FileNaming(Form.SEQUENCE, "");
    }

    /**
     * Padded numbers and a ticket, sprint or release: {@code V0001__sprt26_add_orders} or, where Flyway's separator is
     * {@code _}, {@code V0001_sprt26__add_orders}.
     */
    public static FileNaming sequenceWithTicket() {
        return new FileNaming(Form.TICKET_SEQUENCE, "");
    }

    /** The minute or second when it was written: {@code V202511121302__add_orders}. */
    public static FileNaming timestamp() {
        return new FileNaming(Form.TIMESTAMP, "");
    }

    /**
     * A pattern of one's own, for the whole name without its suffix.
     *
     * @param regex as {@link Pattern} has it
     * @throws LintException if it is no pattern
     */
    public static FileNaming pattern(String regex) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new LintException(
                    "The pattern of names '%s' is none: %s at its character %d. Write a regular expression for the whole name without its suffix, such as V\\d{4}__[a-z_]+"
                            .formatted(regex, e.getDescription(), e.getIndex() + 1),
                    e);
        }
        return new FileNaming(Form.PATTERN, regex);
    }

    @API(status = API.Status.INTERNAL)
    public Form form() {
        return form;
    }

    /** The pattern of one's own. */
    public Optional<Pattern> pattern() {
        return form == Form.PATTERN ? Optional.of(Pattern.compile(pattern)) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileNaming that && form == that.form && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return form.hashCode() + pattern.hashCode();
    }

    @Override
    public String toString() {
        return form == Form.PATTERN
                ? pattern
                : form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
