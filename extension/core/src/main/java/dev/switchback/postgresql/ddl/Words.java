package dev.switchback.postgresql.ddl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a definition apart that consists of key words, always in the same order and each at most once, and their values. */
final class Words {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Finds each key word after the one before it. */
    Words(String definition, String... keys) {
        String[] found = new String[keys.length + 1];
        int count = 0;
        int[] starts = new int[keys.length + 1];
        int[] ends = new int[keys.length + 1];
        int at = 0;
        for (String key : keys) {
            Matcher matcher = Pattern.compile("(?:^|(?<= ))" + Pattern.quote(key) + "(?= |$)")
                    .matcher(definition);
            if (matcher.find(at)) {
                found[count] = key;
                starts[count] = matcher.start();
                ends[count] = matcher.end();
                at = matcher.end();
                count++;
            }
        }
        starts[count] = definition.length();
        for (int i = 0; i < count; i++) {
            values.put(
                    found[i],
                    definition
                            .substring(ends[i], Math.max(ends[i], starts[i + 1]))
                            .strip());
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** What follows a key word; empty without it. */
    String get(String key) {
        return values.getOrDefault(key, "");
    }
}
