package dev.switchback.postgresql.filling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of SQL: the literals and names in it. */
final class SqlWords {

    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
    /** The number of an object of the catalog is another in each database. */
    private static final Pattern OBJECT = Pattern.compile("'\\d+'::oid");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'\"])-?\\d+(?:\\.\\d+)?(?![\\w.])");

    private SqlWords() {}

    /** The texts between quotes, in their order, each once. */
    static List<String> texts(String sql) {
        Set<String> found = new LinkedHashSet<>();
        Matcher texts = TEXT.matcher(OBJECT.matcher(sql).replaceAll(" "));
        while (texts.find()) {
            found.add(texts.group(1).replace("''", "'"));
        }
        return new ArrayList<>(found);
    }

    /** The numbers outside of quotes, and those that are quoted, as the server writes negative ones. */
    static List<String> numbers(String sql) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts(sql)) {
            if (text.matches("-?\\d{1,30}(?:\\.\\d{1,30})?")) {
                found.add(text);
            }
        }
        Matcher numbers = NUMBER.matcher(TEXT.matcher(sql).replaceAll(" "));
        while (numbers.find()) {
            found.add(numbers.group());
        }
        return new ArrayList<>(found);
    }

    static boolean mentions(String sql, String name) {
        String code = TEXT.matcher(sql).replaceAll("''");
        String plain = Pattern.quote(name);
        String quoted = Pattern.quote('"' + name.replace("\"", "\"\"") + '"');
        return Pattern.compile("(?<![\\w$\"])" + plain + "(?![\\w$\"])|" + quoted)
                .matcher(code)
                .find();
    }
}
