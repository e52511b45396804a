package dev.switchback.jupiter;

import dev.switchback.migration.script.UnknownVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/** Versions that settings name: how one is written, and whether a migration has it. */
final class Versions {

    private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");

    private Versions() {}

    /** The version as Flyway reads it, or an error that names the setting. */
    static MigrationVersion parse(String setting, String version) {
        if (!VERSION.matcher(version).matches()) {
            throw ConfigurationErrors.value(
                    setting, version, "is no version; write it as in the file name, such as 7 or 2.1");
        }
        return MigrationVersion.fromVersion(version);
    }

    /** {@code it is 11, but no migration has it; did you mean 1? The newest is 4.}; empty if a migration has it. */
    static Optional<String> problem(MigrationVersion version, List<MigrationVersion> known) {
        return known.contains(version)
                ? Optional.empty()
                : Optional.of("it is %s, %s"
                        .formatted(
                                version,
                                UnknownVersion.among(known.stream()
                                                .map(MigrationVersion::getVersion)
                                                .toList())
                                        .text(version.getVersion())));
    }
}
