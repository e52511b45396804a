package dev.switchback.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The line above a statement that holds the values of its parameters in one call: {@code -- with: 'open'::varchar, 42}. */
final class ValueLine {

    private static final Pattern LINE = Pattern.compile("--\\s*with\\s*:(?<values>.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("(?i)(?<nothing>null)\\b|(?<unknown>\\?)");
    private static final Pattern TYPE = Pattern.compile("::\\s*(?<type>(?:[^,()]|\\([^()]*\\))+)");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final String text;
    private int at;

    private ValueLine(String text) {
        this.text = text;
    }

    static String of(List<StatementValue> values) {
        return "-- with: " + values.stream().map(StatementValue::toString).collect(Collectors.joining(", "));
    }

    /** The values behind {@code with:}; empty if a comment is another one. */
    static Optional<String> in(String comment) {
        Matcher line = LINE.matcher(comment.strip());
        return line.matches() ? Optional.of(line.group("values").strip()) : Optional.empty();
    }

    /**
     * The values.
     *
     * @throws StatementException if they are not understood, with the place
     */
    static List<StatementValue> parse(String values, String place) {
        return values.isEmpty() ? List.of() : new ValueLine(values).values(place);
    }

    private List<StatementValue> values(String place) {
        List<StatementValue> values = new ArrayList<>();
        do {
            values.add(value().orElseThrow(() -> new StatementException(
                    "%s: the value at '%s' is not understood. Write 'text', 42, true, NULL, or ? for one that is not known, and behind it, if need be, its type: 'open'::varchar."
                            .formatted(place, text.substring(Math.min(at, text.length()))))));
        } while (comma(place));
        return values;
    }

    private boolean comma(String place) {
        if (at == text.length()) {
            return false;
        }
        if (!skip(COMMA)) {
            throw new StatementException(
                    "%s: there is no comma before '%s'. Values have commas between them: 'open', 42."
                            .formatted(place, text.substring(at)));
        }
        return true;
    }

    private Optional<StatementValue> value() {
        Matcher word = WORD.matcher(text).region(at, text.length());
        Matcher literal = ValueLiteral.LITERAL.matcher(text).region(at, text.length());
        if (word.lookingAt()) {
            at = word.end();
            String type = type();
            return Optional.of(
                    word.group("nothing") == null ? StatementValue.unknown(type) : StatementValue.ofNull(type));
        }
        if (literal.lookingAt()) {
            at = literal.end();
            String value = ValueLiteral.textOf(literal);
            String plain = literal.group("plain") == null ? value : value.toLowerCase(Locale.ROOT);
            return Optional.of(StatementValue.of(plain, type()));
        }
        return Optional.empty();
    }

    private String type() {
        Matcher type = TYPE.matcher(text).region(at, text.length());
        if (!type.lookingAt()) {
            return "";
        }
        at = type.end();
        return type.group("type").strip();
    }

    private boolean skip(Pattern pattern) {
        Matcher found = pattern.matcher(text).region(at, text.length());
        boolean isHere = found.lookingAt();
        if (isHere) {
            at = found.end();
        }
        return isHere;
    }
}
