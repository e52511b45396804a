package dev.switchback.assertions;

import dev.switchback.schema.SchemaDiff;
import java.util.Optional;

/**
 * Why an assertion does not hold.
 *
 * @param message what a reader is told
 * @param expected what should be, for an editor to compare
 * @param actual what is
 */
record Failure(String message, String expected, String actual) {

    /** The differences of two schemas as a failure, if there are any. */
    static Optional<Failure> of(SchemaDiff diff, String message) {
        return diff.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(message + "\n\n" + listed(diff, 2), diff.beforeText(), diff.afterText()));
    }

    /** The list of changes, as verdicts have it too. */
    static String listed(SchemaDiff diff, int indent) {
        return diff.isEmpty()
                ? " ".repeat(indent) + "no changes"
                : diff.toString().indent(indent).stripTrailing();
    }

    Failure with(String more) {
        return new Failure(message + more, expected, actual);
    }
}
