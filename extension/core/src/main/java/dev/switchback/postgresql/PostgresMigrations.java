package dev.switchback.postgresql;

import dev.switchback.migration.ScriptLanguage;
import dev.switchback.migration.rows.RowReader;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.run.ScriptSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** The part of PostgreSQL that a round trip needs. */
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

    @Override
    public ScriptLanguage scripts() {
        return new PostgresScripts();
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
