package dev.switchback.postgresql.sql;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at SQL text by its tokens, as far as is needed to tell a cosmetic difference from a real one. */
final class CosmeticChange {

    /** Elsewhere white space may mean something, and a comment may begin otherwise. */
    private static final Set<String> FREE_OF_LAYOUT = Set.of("sql", "plpgsql");

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

    private CosmeticChange() {}

    static boolean is(SchemaObject before, SchemaObject after, String attribute) {
        String from = before.attribute(attribute);
        String to = after.attribute(attribute);
        return switch (attribute) {
            case "body" ->
                isFreeOfLayout(before) && isFreeOfLayout(after) && bare(from).equals(bare(to));
            case "expression" ->
                before.kind() == ObjectKind.CHECK && listsSorted(from).equals(listsSorted(to));
            default -> false;
        };
    }

    private static boolean isFreeOfLayout(SchemaObject routine) {
        return FREE_OF_LAYOUT.contains(routine.attribute("language"));
    }

    /** The text without comments, and with a blank wherever there is white space between two tokens. */
    private static String bare(String sql) {
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
    private static String listsSorted(String sql) {
        return LIST.matcher(sql)
                .replaceAll(list -> Matcher.quoteReplacement("ARRAY["
                        + ITEM.matcher(list.group(1))
                                .results()
                                .map(item -> item.group().strip())
                                .sorted()
                                .collect(joining(", "))
                        + "]"));
    }
}
