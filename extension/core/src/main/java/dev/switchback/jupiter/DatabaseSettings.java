package dev.switchback.jupiter;

import org.flywaydb.core.api.MigrationVersion;

/**
 * All that makes a database; equal settings share a migrated template.
 *
 * @param target the version up to which it is migrated
 */
record DatabaseSettings(ServerSettings server, FlywaySettings flyway, MigrationVersion target) {

    boolean isEmpty() {
        return target.equals(MigrationVersion.EMPTY);
    }

    boolean isLatest() {
        return target.equals(MigrationVersion.LATEST);
    }

    /** The same database at another version. */
    DatabaseSettings at(MigrationVersion version) {
        return new DatabaseSettings(server, flyway, version);
    }
}
