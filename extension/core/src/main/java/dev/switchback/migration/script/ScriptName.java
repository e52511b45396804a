package dev.switchback.migration.script;

import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** A file or class name in Flyway's form: prefix, version, separator, description, suffix. */
public record ScriptName(MigrationVersion version, String description) {

    /** Takes a name apart, or says that it has another form. */
    public static Optional<ScriptName> parse(String name, String prefix, String separator, List<String> suffixes) {
        Optional<String> suffix = suffixes.stream().filter(name::endsWith).findFirst();
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
