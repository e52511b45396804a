package dev.switchback.jupiter;

import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;

/**
 * All that makes a database; equal settings share a migrated template.
 *
 * @param target the version up to which it is migrated
 * @param properties of the driver, for sessions that seed and test it
 */
record DatabaseSettings(
        ServerSettings server, FlywaySettings flyway, MigrationVersion target, Map<String, String> properties) {

    DatabaseSettings {
        properties = Map.copyOf(properties);
    }

    boolean isEmpty() {
        return target.equals(MigrationVersion.EMPTY);
    }

    boolean isLatest() {
        return target.equals(MigrationVersion.LATEST);
    }

    /** The same database at another version. */
    DatabaseSettings at(MigrationVersion version) {
        return new DatabaseSettings(server, flyway, version, properties);
    }

    /** The same migrated in another way. */
    DatabaseSettings with(FlywaySettings other) {
        return new DatabaseSettings(server, other, target, properties);
    }

    /** The same with other properties of the driver. */
    DatabaseSettings with(Map<String, String> driver) {
        return new DatabaseSettings(server, flyway.with(driver), target, driver);
    }
}
