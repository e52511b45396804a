package dev.switchback.migration;

import java.util.Objects;
import org.apiguardian.api.API;
import org.flywaydb.core.api.MigrationVersion;

/** Rows that are there from a version on. */
public final class RowsAt {

    private final String version;
    private final RowSource source;

    RowsAt(String version, RowSource source) {
        this.version = version;
        this.source = source;
    }

    /** The version after whose migration they are inserted, such as {@code 12}. */
    public String version() {
        return version;
    }

    /** The source that inserts them. */
    public RowSource source() {
        return source;
    }

    @API(status = API.Status.INTERNAL)
    public MigrationVersion after() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowsAt that && version.equals(that.version) && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, source);
    }

    @Override
    public String toString() {
        return source + " at " + version;
    }
}
