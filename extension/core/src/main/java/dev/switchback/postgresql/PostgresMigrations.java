package dev.switchback.postgresql;

import dev.switchback.migration.MigrationDialect;
import dev.switchback.migration.RowReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** What a round trip must know about PostgreSQL. */
public final class PostgresMigrations implements MigrationDialect {

    /** {@code DISCARD ALL} in the parts that are allowed inside a transaction. */
    private static final String FRESH_SESSION =
            """
            CLOSE ALL;
            UNLISTEN *;
            RESET SESSION AUTHORIZATION;
            RESET ALL;
            DEALLOCATE ALL;
            DISCARD PLANS;
            DISCARD SEQUENCES;
            DISCARD TEMP;
            """;

    /** Flyway's own lock is held by the same session; its key begins with the letters Fl. */
    private static final String RELEASE_LOCKS =
            """
            SELECT CASE WHEN objsubid = 1 AND mode = 'ShareLock'
                             THEN pg_catalog.pg_advisory_unlock_shared((classid::bigint << 32) | objid::bigint)
                        WHEN objsubid = 1
                             THEN pg_catalog.pg_advisory_unlock((classid::bigint << 32) | objid::bigint)
                        WHEN mode = 'ShareLock'
                             THEN pg_catalog.pg_advisory_unlock_shared(classid::integer, objid::integer)
                        ELSE pg_catalog.pg_advisory_unlock(classid::integer, objid::integer) END
              FROM pg_catalog.pg_locks
             WHERE locktype = 'advisory'
               AND pid = pg_catalog.pg_backend_pid()
               AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
               AND NOT (objsubid = 1 AND classid::bigint BETWEEN x'466b'::integer AND x'466d'::integer)
            """;

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
    public void freshSession(Connection connection, Configuration flyway) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String searchPath = searchPath(statement);
            statement.execute(FRESH_SESSION + RELEASE_LOCKS);
            if (flyway.getInitSql() != null) {
                statement.execute(flyway.getInitSql());
            }
            statement.execute("SET search_path = " + searchPath);
        }
    }

    private static String searchPath(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW search_path")) {
            row.next();
            String path = row.getString(1);
            return path.isEmpty() ? "''" : path;
        }
    }

    @Override
    public RowReader rows(Connection connection) throws SQLException {
        return PostgresRows.on(connection);
    }
}
