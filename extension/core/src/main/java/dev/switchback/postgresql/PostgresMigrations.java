package dev.switchback.postgresql;

import dev.switchback.migration.MigrationDialect;
import dev.switchback.migration.RowReader;
import dev.switchback.migration.ScriptSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** What a round trip must know about PostgreSQL. */
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

    @Override
    public ScriptSessions sessions() {
        return new PostgresSessions();
    }

    @Override
    public RowReader rows(Connection connection) throws SQLException {
        return PostgresRows.on(connection);
    }
}
