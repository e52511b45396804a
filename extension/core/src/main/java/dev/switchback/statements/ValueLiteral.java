package dev.switchback.statements;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as literals on one line: {@code 'it''s'}, and {@code E'...'} where a line ends within. */
final class ValueLiteral {

    /** A literal at the beginning of a text: in quotes, or a number or a truth value without. */
    static final Pattern LITERAL = Pattern.compile("[eE]'(?<escaped>(?:[^'\\\\]|''|\\\\.)*)'|'(?<quoted>(?:[^']|'')*)'"
            + "|(?<plain>[-+]?(?:\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)\\b|(?i:true|false)\\b)");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private ValueLiteral() {}

    static String of(String text) {
        String quoted = text.replace("'", "''");
        return text.chars().noneMatch(letter -> letter == '\n' || letter == '\r')
                ? "'" + quoted + "'"
                : "E'" + quoted.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + "'";
    }

    /** The text of a literal that {@link #LITERAL} has found. */
    static String textOf(Matcher literal) {
        if (literal.group("plain") != null) {
            return literal.group("plain");
        }
        String quoted = literal.group("quoted");
        return quoted != null
                ? quoted.replace("''", "'")
                : ESCAPE.matcher(literal.group("escaped").replace("''", "'"))
                        .replaceAll(escape -> Matcher.quoteReplacement(letter(escape.group(1))));
    }

    private static String letter(String escaped) {
        return switch (escaped) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escaped;
        };
    }
}
