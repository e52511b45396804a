package dev.switchback.postgresql;

import dev.switchback.migration.rows.RowReader;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.run.ScriptSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Support of round trips for PostgreSQL. */
public final class PostgresMigrations implements MigrationDialect {

    @Override
    public String product() {
        return "PostgreSQL";
    }

    /** With its default lock, a transaction that stays open, Flyway waits for itself in CREATE INDEX CONCURRENTLY. */
    @Override
    public void prepare(FluentConfiguration flyway) {
        try {
            flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                    .setTransactionalLock(false);
        } catch (NoSuchMethodError flyway10) {
            flyway.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
        }
    }

    /**
     * After each statement of DDL the driver forgets what it has prepared, and Flyway's own queries would be planned anew in every
     * phase. Their results never change their types, so there is no need.
     */
    @Override
    public Map<String, String> propertiesForSqlAlone() {
        return Map.of("flushCacheOnDdl", "false");
    }

    /** Statements that are sent together then go in one message, and nothing in it is parsed, described and bound by itself. */
    @Override
    public Map<String, String> propertiesForReading() {
        return Map.of("preferQueryMode", "extendedForPrepared");
    }

    @Override
    public ScriptSessions sessions() {
        return new PostgresSessions();
    }

    @Override
    public RowReader rows(Connection connection) throws SQLException {
        return PostgresRows.on(connection);
    }
}
