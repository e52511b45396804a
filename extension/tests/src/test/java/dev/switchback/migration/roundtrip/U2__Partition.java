package dev.switchback.migration.roundtrip;

import java.sql.Statement;
import org.flywaydb.core.api.migration.Context;

/** The undo of a Java migration in {@link TrapTests}. */
public final class U2__Partition {

    /** Drops the table with its partitions. */
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("DROP TABLE log");
        }
    }
}
