package dev.switchback.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * A migration, and what Flyway's history of a database says about it.
 *
 * @param migration repeatable ones have an empty version; a baseline is one, too
 * @param state as Flyway calls it
 * @param installedOn when it was applied; empty if it was not
 * @param installedBy the role that applied it; empty if it was not applied
 * @param time how long it took; empty if it was not applied
 */
public record MigrationRow(
        Migration migration,
        MigrationState state,
        Optional<Instant> installedOn,
        String installedBy,
        Optional<Duration> time) {

    @API(status = API.Status.INTERNAL)
    public MigrationRow {}

    static MigrationRow of(MigrationInfo info) {
        return new MigrationRow(
                migration(info),
                info.getState(),
                Optional.ofNullable(info.getInstalledOn()).map(date -> date.toInstant()),
                Optional.ofNullable(info.getInstalledBy()).orElse(""),
                Optional.ofNullable(info.getExecutionTime()).map(Duration::ofMillis));
    }

    static Migration migration(MigrationInfo info) {
        String version = info.getVersion() == null ? "" : info.getVersion().getVersion();
        return new Migration(version, info.getDescription(), info.getScript());
    }

    /** Whether it is a versioned migration, whose effect is in the database. */
    boolean isVersionedAndApplied() {
        return !migration.version().isEmpty() && state.isApplied();
    }
}
