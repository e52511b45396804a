package dev.switchback.postgresql.catalog;

import dev.switchback.schema.SchemaException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A read of the catalogs that can change nothing and prints everything in one way, whatever the session's settings are, and
 * leaves them as they were: a transaction of its own, which sees one moment, or, within one that is open, a savepoint. Both
 * give the settings back when they are rolled back.
 */
final class ReadSession implements AutoCloseable {

    private static final String SETTINGS =
            """
            set local search_path = pg_catalog;
            set local quote_all_identifiers = off;
            set local DateStyle = 'ISO, YMD';
            set local IntervalStyle = 'postgres';
            set local TimeZone = 'UTC';
            set local extra_float_digits = 1;
            set local bytea_output = 'hex';
            set local xmlbinary = 'base64';
            set local lc_monetary = 'C';
            set local standard_conforming_strings = on;
            set local statement_timeout = 0;
            set local work_mem = '64MB';
            set local join_collapse_limit = 1;
            set local jit = off""";

    private final Connection connection;
    private final boolean autoCommit;
    private final @Nullable Savepoint savepoint;

    private ReadSession(Connection connection, boolean autoCommit, @Nullable Savepoint savepoint) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.savepoint = savepoint;
    }

    static ReadSession open(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        boolean own = autoCommit || isBetweenTransactions(connection);
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
        ReadSession session = new ReadSession(connection, autoCommit, own ? null : connection.setSavepoint());
        try {
            session.begin(
                    own ? "set transaction isolation level repeatable read, read only" : "set transaction read only");
            return session;
        } catch (SQLException | SchemaException e) {
            session.close();
            throw e;
        }
    }

    /** A connection of a pool that does not commit by itself may have begun nothing; JDBC forbids this call only if it has. */
    private static boolean isBetweenTransactions(Connection connection) {
        try {
            connection.setReadOnly(connection.isReadOnly());
            return true;
        } catch (SQLException withinTransaction) {
            return false;
        }
    }

    /** Asks who answers before anything that only PostgreSQL understands. */
    private void begin(String transaction) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(transaction);
            try (ResultSet row = statement.executeQuery("select version()")) {
                row.next();
                ServerIdentity.check(row.getString(1));
            }
            statement.execute(SETTINGS);
        }
    }

    /** Gives a session these settings for good, and plans that are made once. */
    static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS.replace("set local", "set") + ";\nset plan_cache_mode = force_generic_plan");
        }
    }

    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    @Override
    public void close() throws SQLException {
        if (savepoint != null) {
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
            return;
        }
        try {
            connection.rollback();
        } finally {
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        }
    }
}
