package dev.switchback.lint.rules;

import dev.switchback.migration.script.ScriptParts;
import dev.switchback.migration.script.ScriptText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The expression by which an {@code ALTER TABLE} gives a column another type: what stands behind {@code USING}. */
final class UsingExpression {

    private static final Pattern WORD = Pattern.compile("(?<![\\w$])using\\b", Pattern.CASE_INSENSITIVE);

    private final String sql;
    private final String code;

    private UsingExpression(String sql) {
        this.sql = sql;
        this.code = ScriptText.code(sql);
    }

    /** That of a column; empty if the statement has none, since the type is one that the server casts to by itself. */
    static Optional<String> of(String sql, String column) {
        return new UsingExpression(sql).of(column);
    }

    private static String withoutComments(String expression) {
        return ScriptParts.of(expression).stream()
                .filter(part -> part.kind() != ScriptParts.Kind.LINE_COMMENT)
                .map(part -> part.kind() == ScriptParts.Kind.BLOCK_COMMENT
                        ? " "
                        : expression.substring(part.start(), part.end()))
                .collect(Collectors.joining())
                .strip();
    }

    private Optional<String> of(String column) {
        Matcher action = Pattern.compile(
                        "\\balter\\s+(?:column\\s+)?\"?" + Pattern.quote(column) + "\"?\\s+(?:set\\s+data\\s+)?type\\b",
                        Pattern.CASE_INSENSITIVE)
                .matcher(code);
        if (!action.find()) {
            return Optional.empty();
        }
        int end = end(action.end());
        Matcher word = WORD.matcher(code).useTransparentBounds(true);
        for (int at = action.end(); at < end; at++) {
            if (word.region(at, end).lookingAt()) {
                return Optional.of(withoutComments(sql.substring(word.end(), end)));
            }
        }
        return Optional.empty();
    }

    /** The place of the comma or semicolon that ends an action, outside of all parentheses. */
    private int end(int from) {
        int depth = 0;
        for (int at = from; at < code.length(); at++) {
            char letter = code.charAt(at);
            if (depth == 0 && (letter == ',' || letter == ';')) {
                return at;
            }
            depth += "([".indexOf(letter) >= 0 ? 1 : ")]".indexOf(letter) >= 0 ? -1 : 0;
        }
        return code.length();
    }
}
