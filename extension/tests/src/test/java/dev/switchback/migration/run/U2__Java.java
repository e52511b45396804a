package dev.switchback.migration.run;

import org.flywaydb.core.api.migration.Context;

/** The undo of {@link FlywayFeatureTests.V2__Java}. */
public final class U2__Java {

    public void migrate(Context context) throws Exception {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("ALTER TABLE word DROP java2");
        }
    }
}
