package dev.switchback.migration;

import org.apiguardian.api.API;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Rows that are there from a version on.
 *
 * @param version the version after whose migration they are inserted, such as {@code 12}
 * @param source inserts them
 */
public record RowsAt(String version, RowSource source) {

    @API(status = API.Status.INTERNAL)
    public MigrationVersion after() {
        return MigrationVersion.fromVersion(version);
    }
}
