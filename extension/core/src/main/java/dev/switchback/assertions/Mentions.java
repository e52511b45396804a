package dev.switchback.assertions;

import dev.switchback.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in an expression, as far as that can be told without a parser. */
final class Mentions {

    /** Texts, casts, names behind a dot, and words before a parenthesis or a text are no columns. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|::\\s*[\\w. ]+|\\.\\s*\\w+|\\b(?i:as|collate)\\s+\\w+|\\w+\\s*(?=[('.])|\"(?<quoted>[^\"]+)\"|(?<word>[\\p{L}_]\\w*)");

    private static final Set<String> WORDS = Set.of(
            "all",
            "and",
            "any",
            "array",
            "asc",
            "at",
            "between",
            "case",
            "collate",
            "current_date",
            "current_time",
            "current_timestamp",
            "current_user",
            "desc",
            "distinct",
            "else",
            "end",
            "escape",
            "exists",
            "false",
            "first",
            "from",
            "ilike",
            "in",
            "is",
            "isnull",
            "last",
            "like",
            "localtime",
            "localtimestamp",
            "not",
            "notnull",
            "null",
            "nulls",
            "on",
            "or",
            "similar",
            "some",
            "symmetric",
            "then",
            "time",
            "to",
            "true",
            "unknown",
            "user",
            "value",
            "when",
            "zone",
            "check",
            "row",
            "select",
            "where",
            "session_user",
            "with",
            "using");

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"");

    private static final Pattern CUT_OFF = Pattern.compile(
            "['\"]|[<>=!+*/,~|&(-]\\s*$|(?i:(?<!\\w)(?:and|or|not|in|is|like|between)\\s*$)|^\\s*[<>=!*/,)]");

    private Mentions() {}

    /** Whether the end of an expression, or its beginning, is missing. */
    static boolean isCutOff(String expression) {
        String bare = TEXT.matcher(expression).replaceAll("x");
        return CUT_OFF.matcher(bare).find()
                || bare.chars().filter(sign -> sign == '(').count()
                        != bare.chars().filter(sign -> sign == ')').count();
    }

    /** The first word that is none of these names, but like one. */
    static Optional<String> unlike(List<String> names, String expression) {
        Matcher token = TOKEN.matcher(expression);
        while (token.find()) {
            String quoted = token.group("quoted");
            String word = token.group("word");
            if (quoted == null && word == null) {
                continue;
            }
            String name = quoted == null ? String.valueOf(word).toLowerCase(Locale.ROOT) : quoted;
            boolean isKnown = names.contains(name) || (quoted == null && WORDS.contains(name));
            if (!isKnown && !NearestName.question(name, names).isEmpty()) {
                return Optional.of(quoted == null ? String.valueOf(word) : quoted);
            }
        }
        return Optional.empty();
    }
}
