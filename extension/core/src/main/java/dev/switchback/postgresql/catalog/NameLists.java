package dev.switchback.postgresql.catalog;

import dev.switchback.postgresql.SqlName;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Settings of a routine that are lists of names, in one form. The server keeps them as somebody wrote them, with more quotes or
 * fewer where they come {@code FROM CURRENT}, and the statement that it gives for the routine has letters that it reads as others,
 * and none for an empty list.
 */
final class NameLists {

    private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^\\s\",=]+");
    private static final Pattern LIST = Pattern.compile(
            "(?<=\\A|, )(search_path|temp_tablespaces)=\\s*((?:%1$s(?:\\s*,\\s*%1$s)*)?)\\s*(?=, [\\w.$]+=|\\z)"
                    .formatted("(?:" + NAME.pattern() + ")"));
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private NameLists() {}

    /** All settings of a routine with these lists as the server reads them. */
    static String uniform(String settings) {
        return LIST.matcher(settings)
                .replaceAll(list ->
                        Matcher.quoteReplacement(list.group(1) + "=" + joined(list, NameLists::quotedWhereNeeded)));
    }

    /** The clauses in front of a routine's body with these lists as its settings have them. */
    static String inClauses(String clauses, String settings) {
        String inOneForm = clauses;
        Matcher lists = LIST.matcher(settings);
        while (lists.find()) {
            inOneForm = inOneForm.replaceFirst(
                    "(?m)(?<=^ SET " + lists.group(1) + " TO ).*$",
                    Matcher.quoteReplacement(joined(lists, SqlName::literal)));
        }
        return inOneForm;
    }

    private static String joined(MatchResult list, Function<String, String> form) {
        return names(list.group(2)).stream().map(form).collect(Collectors.joining(", "));
    }

    /** An empty list has one name, which is empty: the server takes no statement without one. */
    private static List<String> names(String list) {
        return list.isEmpty()
                ? List.of("")
                : NAME.matcher(list)
                        .results()
                        .map(name -> name.group(1) == null
                                ? folded(name.group())
                                : name.group(1).replace("\"\"", "\""))
                        .toList();
    }

    /** The server makes only letters of ASCII small. */
    private static String folded(String name) {
        return CAPITAL.matcher(name).replaceAll(letter -> letter.group().toLowerCase(Locale.ROOT));
    }

    private static String quotedWhereNeeded(String name) {
        return PLAIN.matcher(name).matches() ? name : SqlName.quote(name);
    }
}
