package dev.switchback.h2;

import dev.switchback.migration.ScriptLanguage;
import dev.switchback.migration.rows.RowReader;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.run.ScriptSessions;
import dev.switchback.migration.run.SequenceReturn;
import dev.switchback.migration.run.SessionActivity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Runs scripts on H2. */
final class H2Migrations implements MigrationDialect {

    @Override
    public void prepare(FluentConfiguration flyway) {
        // Flyway takes no lock that a script could wait for.
    }

    @Override
    public ScriptLanguage scripts() {
        return text -> text.toLowerCase(Locale.ROOT).contains("file_");
    }

    @Override
    public ScriptSessions sessions() {
        return new Sessions();
    }

    @Override
    public RowReader rows(Connection connection) {
        return new H2Rows(connection);
    }

    private static final class Sessions implements ScriptSessions {

        @Override
        public void refresh(Connection session, Configuration flyway, Held held) throws SQLException {
            if (flyway.getInitSql() != null) {
                try (Statement statement = session.createStatement()) {
                    statement.execute(flyway.getInitSql());
                }
            }
        }

        @Override
        public SequenceReturn sequences(Connection session) {
            return () -> {};
        }

        @Override
        public long idOf(Connection session) throws SQLException {
            return number(session, "CALL SESSION_ID()");
        }

        @Override
        public SessionActivity cancel(Connection observer, long session) throws SQLException {
            number(observer, "SELECT CASE WHEN CANCEL_SESSION(" + session + ") THEN 1 ELSE 0 END");
            return new SessionActivity("", "", List.of());
        }

        private static long number(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
