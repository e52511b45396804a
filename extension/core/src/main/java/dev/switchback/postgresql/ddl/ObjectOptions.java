package dev.switchback.postgresql.ddl;

import static java.util.stream.Collectors.joining;

import dev.switchback.postgresql.SqlName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Settings of an object, as the catalog lists them: {@code fillfactor=70, toast: autovacuum_enabled=false}. */
final class ObjectOptions {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.+-]+");
    private static final String TOAST = "toast: ";

    private ObjectOptions() {}

    static Map<String, String> parse(String list) {
        Map<String, String> options = new LinkedHashMap<>();
        String prefix = "";
        for (String entry : ListedNames.split(list)) {
            String option = entry;
            if (entry.startsWith(TOAST)) {
                prefix = "toast.";
                option = entry.substring(TOAST.length());
            }
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.put(prefix + option.substring(0, equals), option.substring(equals + 1));
            }
        }
        return options;
    }

    /** {@code fillfactor=70, toast.autovacuum_enabled=false}. */
    static String list(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + value(option.getValue()))
                .collect(joining(", "));
    }

    /** {@code  WITH (fillfactor=70)}; empty if there is nothing to be said. */
    static String with(String list) {
        return list.isEmpty() ? "" : " WITH (" + list(parse(list)) + ")";
    }

    /** SET and RESET, each after the words with which the statement begins. */
    static List<String> change(String alter, String from, String to) {
        Map<String, String> before = parse(from);
        Map<String, String> after = parse(to);
        List<String> statements = new ArrayList<>();
        List<String> gone =
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
        if (!gone.isEmpty()) {
            statements.add(alter + " RESET (" + String.join(", ", gone) + ")");
        }
        Map<String, String> set = new TreeMap<>(after);
        set.entrySet().removeIf(option -> option.getValue().equals(before.get(option.getKey())));
        if (!set.isEmpty()) {
            statements.add(alter + " SET (" + list(set) + ")");
        }
        return statements;
    }

    /** The options of foreign objects, {@code OPTIONS (host 'a')}, with a blank before; empty without any. */
    static String foreign(String list) {
        return foreign(parse(list), option -> "");
    }

    /** The clause that takes options of foreign objects from one state to another, {@code OPTIONS (SET host 'b', DROP port)}. */
    static String foreignChange(String from, String to) {
        Map<String, String> before = parse(from);
        Map<String, String> after = parse(to);
        Map<String, String> changed = new TreeMap<>(after);
        changed.entrySet().removeIf(option -> option.getValue().equals(before.get(option.getKey())));
        String made = foreign(changed, option -> before.containsKey(option) ? "SET " : "ADD ");
        String gone = before.keySet().stream()
                .filter(option -> !after.containsKey(option))
                .map(option -> "DROP " + SqlName.quoteIfNeeded(option))
                .collect(joining(", "));
        if (gone.isEmpty()) {
            return made;
        }
        return made.isEmpty() ? " OPTIONS (" + gone + ")" : made.substring(0, made.length() - 1) + ", " + gone + ")";
    }

    private static String foreign(Map<String, String> options, Function<String, String> verb) {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream()
                        .map(option -> verb.apply(option.getKey()) + SqlName.quoteIfNeeded(option.getKey()) + " "
                                + SqlName.literal(option.getValue()))
                        .collect(joining(", ", " OPTIONS (", ")"));
    }

    private static String value(String value) {
        return PLAIN.matcher(value).matches() ? value : SqlName.literal(value);
    }
}
