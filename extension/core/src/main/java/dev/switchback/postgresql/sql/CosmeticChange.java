package dev.switchback.postgresql.sql;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

    private static final Pattern VALUES = Pattern.compile("(?s)(.* FOR VALUES IN )\\((.*)\\)");

    private CosmeticChange() {}

    static boolean is(SchemaObject before, SchemaObject after, String attribute) {
        String from = before.attribute(attribute);
        String to = after.attribute(attribute);
        return switch (attribute) {
            case "body" ->
                isFreeOfLayout(before) && isFreeOfLayout(after) && bare(from).equals(bare(to));
            case "expression", "predicate", "using", "check" ->
                listsSorted(from).equals(listsSorted(to));
            case "definition" ->
                before.kind().isView() && listsSorted(before.definition()).equals(listsSorted(after.definition()));
            case "include" -> items(from).equals(items(to));
            case "partition of" -> boundSorted(from).equals(boundSorted(to));
            case "columns", "references" ->
                before.kind() == ObjectKind.FOREIGN_KEY && columnPairs(before).equals(columnPairs(after));
            default -> false;
        };
    }

    /** A foreign key says which column is which, in any order. */
    private static Set<String> columnPairs(SchemaObject foreignKey) {
        String references = foreignKey.attribute("references");
        int open = references.lastIndexOf('(');
        String[] columns = foreignKey.attribute("columns").split(", ");
        String[] targets =
                references.substring(open + 1).replaceFirst("\\)$", "").split(", ");
        return columns.length == targets.length
                ? IntStream.range(0, columns.length)
                        .mapToObj(
                                i -> columns[i] + " = " + references.substring(0, Math.max(0, open)) + "." + targets[i])
                        .collect(toSet())
                : Set.of(foreignKey.toString());
    }

    private static Set<String> items(String list) {
        return Set.copyOf(Arrays.asList(list.split(", ")));
    }

    /** The values of a partition in alphabetical order. */
    private static String boundSorted(String bound) {
        Matcher values = VALUES.matcher(bound);
        return values.matches()
                ? values.group(1)
                        + ITEM.matcher(values.group(2))
                                .results()
                                .map(item -> item.group().strip())
                                .sorted()
                                .collect(joining(", "))
                : bound;
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
