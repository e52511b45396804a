package dev.switchback.assertions;

import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Why an assertion does not hold.
 *
 * @param message what a reader is told
 * @param expected what should be there, for a development environment to compare
 * @param actual what is there
 */
@API(status = API.Status.INTERNAL)
public record Mismatch(String message, String expected, String actual) {

    /** Another value than the expected one. */
    static Mismatch value(String what, String expected, String actual) {
        String sentence = actual.isEmpty()
                ? "Expecting %s %s, but there is none.".formatted(what, expected)
                : isLong(expected) || isLong(actual)
                        ? "Expecting %s%n%s%nbut it is%n%s"
                                .formatted(what, MessageText.indented(expected), MessageText.indented(actual))
                        : "Expecting %s %s, but it is %s.".formatted(what, expected, actual);
        return new Mismatch(sentence, expected, actual);
    }

    /** Another value of an attribute, or none: maybe it is called otherwise. */
    static Mismatch attribute(String name, String expected, Map<String, String> actual) {
        if (actual.containsKey(name) || actual.isEmpty()) {
            return value(name, expected, actual.getOrDefault(name, ""));
        }
        return new Mismatch(
                "Expecting %s %s, but there is none. The attributes are: %s."
                        .formatted(name, expected, String.join(", ", new TreeSet<>(actual.keySet()))),
                expected,
                "");
    }

    /** The very value that is not expected. */
    static Mismatch notValue(String what, String unexpected, String actual) {
        return new Mismatch(
                "Expecting another %s than %s, but it is %s.".formatted(what, unexpected, actual),
                "not " + unexpected,
                actual);
    }

    /** A value where none is expected. */
    static Mismatch none(String what, String actual) {
        return new Mismatch("Expecting no %s, but it is %s.".formatted(what, actual), "", actual);
    }

    /** Another state than the expected one. */
    static Mismatch state(String expected, String actual) {
        return new Mismatch("Expecting it to be %s, but it is %s.".formatted(expected, actual), expected, actual);
    }

    /** Something that should be among what is there. */
    static Mismatch missing(String expected, String plural, List<String> there) {
        String sentence = there.isEmpty()
                ? "Expecting %s, but there are no %s.".formatted(expected, plural)
                : "Expecting %s, but the %s are:%n%s".formatted(expected, plural, MessageText.list(there));
        return new Mismatch(sentence, expected, String.join("\n", there));
    }

    /** Something that should not be there. */
    static Mismatch present(String unexpected, String actual) {
        return new Mismatch(
                "Expecting no %s, but there is:%n%s".formatted(unexpected, MessageText.indented(actual)),
                "no " + unexpected,
                actual);
    }

    /** Other names than the expected ones. */
    static Mismatch names(String what, List<String> expected, List<String> actual) {
        StringBuilder message = new StringBuilder("Expecting %s (%s), but they are (%s)"
                .formatted(what, String.join(", ", expected), String.join(", ", actual)));
        List<String> missing = MessageText.without(expected, actual);
        List<String> superfluous = MessageText.without(actual, expected);
        if (!missing.isEmpty()) {
            message.append("; missing: ").append(String.join(", ", missing));
        }
        if (!superfluous.isEmpty()) {
            message.append("; not expected: ").append(String.join(", ", superfluous));
        }
        return new Mismatch(message.append('.').toString(), String.join("\n", expected), String.join("\n", actual));
    }

    /** Some names are not among those that are there. */
    static Mismatch lacking(String what, List<String> expected, List<String> actual) {
        List<String> missing = MessageText.without(expected, actual);
        String sentence = "Expecting %s (%s) among others, but they are (%s); missing: %s."
                .formatted(what, String.join(", ", expected), String.join(", ", actual), String.join(", ", missing));
        return new Mismatch(sentence, String.join("\n", expected), String.join("\n", actual));
    }

    /** The differences of two schemas, if there are any. */
    static Optional<Mismatch> changes(SchemaDiff diff, String message) {
        return diff.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        message + "\n\n" + MessageText.changes(diff, 2), diff.beforeText(), diff.afterText()));
    }

    /** The same, with more to tell. */
    Mismatch with(String more) {
        return new Mismatch(message + more, expected, actual);
    }

    private static boolean isLong(String text) {
        return text.length() > 60 || text.contains("\n");
    }
}
