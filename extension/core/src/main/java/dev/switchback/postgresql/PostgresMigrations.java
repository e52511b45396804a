package dev.switchback.postgresql;

import dev.switchback.migration.DriverProperties;
import dev.switchback.migration.rows.RowReader;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.run.ScriptSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** What a round trip must know about PostgreSQL. */
final class PostgresMigrations implements MigrationDialect {

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
     * Scripts: after each statement of DDL the driver forgets what it has prepared, and Flyway's own queries would be planned
     * anew in every phase. Their results never change their types, so there is no need.
     *
     * <p>Reading: what is sent together then goes in one message, and nothing in it is parsed, described and bound by itself.
     */
    @Override
    public DriverProperties driverProperties() {
        return new DriverProperties(
                Map.of("flushCacheOnDdl", "false"), Map.of("preferQueryMode", "extendedForPrepared"));
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
