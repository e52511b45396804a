package dev.switchback.postgresql.verdicts;

import dev.switchback.migration.verdicts.DatabaseState;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The way from the text of a whole database to a database. */
final class RestoredDatabase {

    /**
     * Materialized views as empty tables, into which their rows can be written: a refresh would give those of now, and not those
     * that they had.
     */
    private static final String VIEWS_TO_TABLES =
            "UPDATE pg_catalog.pg_class SET relkind = 'r', relispopulated = false WHERE relkind = 'm' AND oid >= 16384";

    private static final String OF_VIEWS =
            """
             WHERE c.relkind = 'r' AND c.oid >= 16384
               AND EXISTS (SELECT FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid AND r.ev_type = '1')
            """;

    private static final String EMPTY_TABLES =
            "SELECT 'TRUNCATE ' || c.oid::pg_catalog.regclass FROM pg_catalog.pg_class c " + OF_VIEWS;

    private static final String TABLES_TO_VIEWS = "UPDATE pg_catalog.pg_class c SET relkind = 'm' " + OF_VIEWS;

    private RestoredDatabase() {}

    /** Makes it in an empty database; triggers do not fire, and keys are not looked up, since all rows were there together. */
    static void write(Connection connection, DatabaseState state) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            run(statement, state.schema());
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute(VIEWS_TO_TABLES);
            run(statement, emptying(statement));
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Map.Entry<String, String> table : state.rows().entrySet()) {
                copies.copyIn("COPY " + table.getKey() + " FROM STDIN", new StringReader(table.getValue()));
            }
            run(statement, state.afterRows());
            statement.execute(TABLES_TO_VIEWS);
            connection.commit();
        } catch (IOException e) {
            throw new SQLException("The rows cannot be written", e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static List<String> emptying(Statement statement) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(EMPTY_TABLES)) {
            while (found.next()) {
                statements.add(found.getString(1));
            }
        }
        return statements;
    }

    private static void run(Statement statement, List<String> statements) throws SQLException {
        for (String sql : statements) {
            statement.addBatch(sql);
        }
        statement.executeBatch();
    }
}
