package dev.switchback.lint.history;

import java.util.Arrays;
import java.util.Locale;
import org.flywaydb.core.api.configuration.Configuration;

/** Whether Flyway is told to go on where old migrations are gone. */
final class IgnoredMissing {

    private IgnoredMissing() {}

    /** The patterns are {@code *:missing}, {@code versioned:missing}, {@code *:*} and {@code versioned:*}. */
    static boolean in(Configuration flyway) {
        return Arrays.stream(flyway.getIgnoreMigrationPatterns())
                .map(pattern -> pattern.toString().toLowerCase(Locale.ROOT))
                .anyMatch(pattern -> pattern.matches("(\\*|versioned):(\\*|missing)"));
    }
}
