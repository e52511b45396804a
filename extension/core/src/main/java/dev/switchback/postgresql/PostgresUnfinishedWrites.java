package dev.switchback.postgresql;

import dev.switchback.fixture.expected.UnfinishedWrite;
import dev.switchback.fixture.expected.UnfinishedWriteDialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Transactions that are not over, by the locks that they hold: every role may read those, but not another's session. */
final class PostgresUnfinishedWrites implements UnfinishedWriteDialect {

    /** Writing gives a transaction a number, on which it holds a lock, and takes a lock on the table under which rows can be written. */
    private static final String SQL =
            """
            SELECT coalesce(l.pid, 0), coalesce(p.gid, a.application_name), a.state, left(a.query, 500),
                   string_agg(DISTINCT quote_ident(n.nspname) || '.' || quote_ident(c.relname), ', ')
              FROM pg_catalog.pg_locks l
                   JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'f', 'm')
                   JOIN pg_catalog.pg_namespace n
                     ON n.oid = c.relnamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                   LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
                   LEFT JOIN pg_catalog.pg_prepared_xacts p ON l.virtualtransaction = '-1/' || p.transaction
             WHERE l.locktype = 'relation'
               AND l.granted
               AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
               AND l.mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
               AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
               AND a.backend_type IS DISTINCT FROM 'autovacuum worker'
               AND EXISTS (SELECT FROM pg_catalog.pg_locks x
                            WHERE x.locktype = 'transactionid' AND x.mode = 'ExclusiveLock' AND x.granted
                              AND x.virtualtransaction = l.virtualtransaction)
             GROUP BY 1, 2, 3, 4
             ORDER BY 1, 2
            """;

    @Override
    public List<UnfinishedWrite> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            List<UnfinishedWrite> writes = new ArrayList<>();
            while (rows.next()) {
                String name = text(rows, 2);
                writes.add(new UnfinishedWrite(
                        rows.getInt(1) == 0
                                ? "the prepared transaction \"" + name + "\""
                                : "the session " + rows.getInt(1) + (name.isBlank() ? "" : " (" + name + ")"),
                        rows.getString(5),
                        text(rows, 3),
                        text(rows, 4)));
            }
            return writes;
        }
    }

    /** Tables that the role may not read are left out. */
    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
