package dev.switchback.migration.drift;

import dev.switchback.migration.script.ScriptName;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * All files but those versioned and repeatable migrations that are not to run.
 *
 * @param repeatable is asked with the description
 */
record AppliedFiles(Configuration configuration, Predicate<ScriptName> versioned, Predicate<String> repeatable)
        implements BiPredicate<String, String> {

    @Override
    public boolean test(String prefix, String file) {
        if (prefix.equals(configuration.getRepeatableSqlMigrationPrefix())) {
            return repeatable.test(description(prefix, file));
        }
        return !prefix.equals(configuration.getSqlMigrationPrefix())
                || ScriptName.parse(file, prefix, separator(), suffixes())
                        .filter(versioned)
                        .isPresent();
    }

    private String description(String prefix, String filename) {
        String stem = filename.substring(prefix.length());
        String suffix = ScriptName.suffix(stem, suffixes()).orElse("");
        stem = stem.substring(0, stem.length() - suffix.length());
        return (stem.startsWith(separator()) ? stem.substring(separator().length()) : stem).replace('_', ' ');
    }

    private String separator() {
        return configuration.getSqlMigrationSeparator();
    }

    private List<String> suffixes() {
        return List.of(configuration.getSqlMigrationSuffixes());
    }
}
