package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Literals and names in the text of SQL. */
final class SqlText {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");

    /** A name, be it in quotes, a literal, or a single sign. */
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[\\p{L}_][\\p{L}\\p{N}_$]*|\\S");

    private SqlText() {}

    /** The literals in a text, with their quotes. */
    static List<String> literals(String sql) {
        return LITERAL.matcher(sql).results().map(MatchResult::group).toList();
    }

    /** The text with one name for another, wherever it is a whole word. */
    static String renamed(String sql, String name, String other) {
        if (name.equals(other) || !sql.contains(name)) {
            return sql;
        }
        return wholeWord(Pattern.quote(name)).matcher(sql).replaceAll(Matcher.quoteReplacement(other));
    }

    /** The text with other names for some, all at once, because two may have taken over each other's. */
    static String renamed(String sql, Map<String, String> names) {
        if (names.isEmpty()) {
            return sql;
        }
        String any = names.keySet().stream().map(Pattern::quote).collect(joining("|"));
        return wholeWord(any).matcher(sql).replaceAll(name -> Matcher.quoteReplacement(names.get(name.group())));
    }

    private static Pattern wholeWord(String pattern) {
        return Pattern.compile("(?<![\\p{L}\\p{N}_$])(?:" + pattern + ")(?![\\p{L}\\p{N}_$])");
    }

    /**
     * Whether two texts are the same but for names, in quotes or without.
     *
     * @param names the other names that one may have
     */
    static boolean areAlike(String sql, String other, Map<String, Set<String>> names) {
        Matcher one = TOKEN.matcher(sql);
        Matcher two = TOKEN.matcher(other);
        while (one.find()) {
            if (!two.find() || !isAlike(one.group(), two.group(), names)) {
                return false;
            }
        }
        return !two.find();
    }

    private static boolean isAlike(String token, String other, Map<String, Set<String>> names) {
        if (token.equals(other)) {
            return true;
        }
        if (token.startsWith("'") && other.startsWith("'")) {
            return areAlike(inner(token), inner(other), names);
        }
        return names.getOrDefault(name(token), Set.of()).contains(name(other));
    }

    private static String name(String token) {
        return token.startsWith("\"") ? inner(token).replace("\"\"", "\"") : token;
    }

    private static String inner(String quoted) {
        return quoted.substring(1, Math.max(1, quoted.length() - 1));
    }

    /** The place where a text begins that stands in no parentheses and no quotes, from a place on; negative if nowhere. */
    static int outside(String sql, String wanted, int from) {
        int depth = 0;
        int at = from;
        while (at < sql.length()) {
            char next = sql.charAt(at);
            if (depth == 0 && sql.startsWith(wanted, at)) {
                return at;
            }
            if (next == '\'' || next == '"') {
                int close = sql.indexOf(next, at + 1);
                at = close < 0 ? sql.length() : close;
            } else if (next == '(' || next == '[') {
                depth++;
            } else if (next == ')' || next == ']') {
                depth--;
            }
            at++;
        }
        return -1;
    }
}
