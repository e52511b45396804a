package dev.switchback.migration.run;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** A Java migration or undo under the version that gives it its place in a history of phases. */
record PhaseJavaMigration(Phase phase, JavaMigration migration) implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(phase.version());
    }

    @Override
    public String getDescription() {
        return phase.pair().migration().description();
    }

    @Override
    public @Nullable Integer getChecksum() {
        return migration.getChecksum();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return migration.canExecuteInTransaction();
    }

    @Override
    public void migrate(Context context) throws Exception {
        migration.migrate(context);
    }
}
