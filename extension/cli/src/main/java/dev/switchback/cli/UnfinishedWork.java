package dev.switchback.cli;

import dev.switchback.migration.script.HistoryTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Traces of calls that broke off, and those that go on. */
final class UnfinishedWork {

    /** The upper half of the number that Flyway locks, for each sign of the hash that it adds. */
    private static final String MIGRATING =
            """
            SELECT pid, coalesce(usename, ''), coalesce(nullif(application_name, ''), 'a program without a name'),
                   to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE locktype = 'advisory' AND classid::bigint IN (18027, 18028) AND objsubid = 1 AND granted
              AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            ORDER BY pid
            """;

    private static final String INVALID_INDEXES =
            """
            SELECT indexrelid::regclass::text, indrelid::regclass::text FROM pg_index
            WHERE NOT indisvalid AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = indexrelid)
              AND (SELECT relkind FROM pg_class WHERE oid = indexrelid) = 'i'
            ORDER BY 1
            """;

    private UnfinishedWork() {}

    static List<String> in(TargetDatabase target, Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        HistoryTable undo = HistoryTable.of(target.settings(), target.settings().getTable() + "_undo", connection);
        if (undo.exists(connection)) {
            found.add("A rollback has begun and not ended: the table " + undo.qualifiedName()
                    + " is there. If none is going on, switchback rollback brings it to its end.");
        }
        try (Statement statement = connection.createStatement()) {
            try (ResultSet index = statement.executeQuery(INVALID_INDEXES)) {
                while (index.next()) {
                    found.add(
                            "The index %s of %s is not valid: building it broke off. Drop it, and build it again: DROP INDEX CONCURRENTLY %s;"
                                    .formatted(index.getString(1), index.getString(2), index.getString(1)));
                }
            }
        }
        return found;
    }

    static List<String> goingOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return migrating(statement);
        }
    }

    /** The sessions that migrate the database just now, a sentence for each. */
    static List<String> migrating(Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet session = statement.executeQuery(MIGRATING)) {
            while (session.next()) {
                found.add("Another session migrates this database: process %d of the server, role %s, %s, since %s."
                        .formatted(
                                session.getInt(1), session.getString(2), session.getString(3), session.getString(4)));
            }
        }
        return found;
    }
}
