package dev.switchback.postgresql.ddl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a definition apart that consists of key words, always in the same order and each at most once, and their values. */
final class KeywordReader {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Looks for each key word behind the one before it. */
    KeywordReader(String definition, String... keys) {
        String last = "";
        int end = 0;
        for (String key : keys) {
            Matcher found = Pattern.compile("(?:^|(?<= ))" + Pattern.quote(key) + "(?= |$)")
                    .matcher(definition);
            if (found.find(end)) {
                values.put(last, definition.substring(end, found.start()).strip());
                last = key;
                end = found.end();
            }
        }
        values.put(last, definition.substring(end).strip());
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The text after a key word; empty without it. */
    String get(String key) {
        return values.getOrDefault(key, "");
    }
}
