package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Literals and names in the text of SQL. */
final class SqlText {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");

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
}
