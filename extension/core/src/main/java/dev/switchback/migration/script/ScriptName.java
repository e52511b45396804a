package dev.switchback.migration.script;

import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** A file or class name in Flyway's form: prefix, version, separator, description, suffix. */
public record ScriptName(MigrationVersion version, String description) {

    /** The suffix that a name has, as it is written there: Flyway takes it in large letters, too. */
    public static Optional<String> suffix(String name, List<String> suffixes) {
        return suffixes.stream()
                .filter(suffix -> name.regionMatches(true, name.length() - suffix.length(), suffix, 0, suffix.length()))
                .map(suffix -> name.substring(name.length() - suffix.length()))
                .findFirst();
    }

    /** Takes a name apart, or says that it has another form. */
    public static Optional<ScriptName> parse(String name, String prefix, String separator, List<String> suffixes) {
        Optional<String> suffix = suffix(name, suffixes);
        if (!name.startsWith(prefix) || suffix.isEmpty()) {
            return Optional.empty();
        }
        String stem =
                name.substring(prefix.length(), name.length() - suffix.get().length());
        int end = stem.indexOf(separator);
        String version = end < 0 ? stem : stem.substring(0, end);
        String description = end < 0 ? "" : stem.substring(end + separator.length());
        if (version.isEmpty() || !Character.isDigit(version.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ScriptName(MigrationVersion.fromVersion(version), description.replace('_', ' ')));
        } catch (FlywayException notAVersion) {
            return Optional.empty();
        }
    }
}
