package dev.switchback.lint;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.Configuration;

/** The values of placeholders whose names say that nobody is to read them. */
record SecretPlaceholders(List<String> values) {

    private static final Pattern NAME = Pattern.compile(
            "(?i)pass(?:word|wd|phrase)?(?![a-z])|pwd|secret|token|credential|(?:api|private)[_.-]?key");
    private static final String HIDDEN = "***";

    /** Shorter ones are found within words, too. */
    private static final int LONG_ENOUGH = 4;

    static SecretPlaceholders of(Configuration flyway) {
        return new SecretPlaceholders(flyway.getPlaceholders().entrySet().stream()
                .filter(each -> NAME.matcher(each.getKey()).find())
                .map(Map.Entry::getValue)
                .filter(value -> value != null && !value.isEmpty())
                .toList());
    }

    /** The text without them. */
    String hidden(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = value.length() >= LONG_ENOUGH
                    ? hidden.replace(value, HIDDEN)
                    : hidden.replace("'" + value + "'", "'" + HIDDEN + "'");
        }
        return hidden;
    }
}
