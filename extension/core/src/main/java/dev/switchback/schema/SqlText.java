package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at SQL text by its tokens, as far as is needed to tell a cosmetic difference from a real one. */
final class SqlText {

    /** Literals and quoted names first, so that nothing inside them is taken for a comment or white space. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<literal>[eE]'(?:[^'\\\\]++|''|\\\\(?s:.))*+'|'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\""
                    + "|(?<tag>\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$)(?s:.*?)\\k<tag>)"
                    + "|(?<gap>(?:--[^\\n]*|/\\*(?s:.*?)\\*/|\\s)+)"
                    + "|(?<word>[\\p{L}\\p{N}_$]+|(?s:.))");

    /** Only where a value is compared with each item, and the list is not cut into pieces before. */
    private static final Pattern LIST = Pattern.compile(
            "(?<=(?:= ANY|<> ALL) \\(\\(?)ARRAY\\[((?:'(?:[^']++|'')*+'|[^'\\[\\]]++)*+)](?=\\)(?!\\[))");

    private static final Pattern ITEM = Pattern.compile("(?:'(?:[^']|'')*'|\\((?:'(?:[^']|'')*'|[^'()])*\\)|[^',(])+");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");

    private SqlText() {}

    /** The text without comments, and with a blank wherever there is white space between two tokens. */
    static String bare(String sql) {
        StringBuilder bare = new StringBuilder(sql.length());
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group("gap") == null) {
                bare.append(token.group());
            } else if (bare.length() > 0 && token.end() < sql.length()) {
                bare.append(' ');
            }
        }
        return bare.toString();
    }

    /** The text with the items of each list of alternatives, {@code = ANY (ARRAY[...])}, in alphabetical order. */
    static String listsSorted(String sql) {
        return LIST.matcher(sql)
                .replaceAll(list -> Matcher.quoteReplacement("ARRAY["
                        + matches(ITEM, list.group(1)).stream()
                                .map(String::strip)
                                .sorted()
                                .collect(joining(", "))
                        + "]"));
    }

    /** The literals in a text, with their quotes. */
    static List<String> literals(String sql) {
        return matches(LITERAL, sql);
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

    private static List<String> matches(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
