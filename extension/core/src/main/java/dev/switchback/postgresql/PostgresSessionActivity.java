package dev.switchback.postgresql;

import dev.switchback.provision.SessionDialect;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** The sessions of a PostgreSQL server by the numbers of their processes. */
final class PostgresSessionActivity implements SessionDialect {

    private static final String BUSY =
            """
            SELECT pid, format('%s for %s seconds: %s', state,
                     extract(epoch FROM clock_timestamp() - coalesce(xact_start, query_start))::int8, btrim(left(query, 500)))
              FROM pg_catalog.pg_stat_activity a
             WHERE pid = ANY (?)
               AND (state <> 'idle'
                 OR EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory' AND l.granted))
            """;

    private static final String END =
            "SELECT count(pg_catalog.pg_terminate_backend(pid, 5000)) FROM unnest(?::int4[]) pid";

    @Override
    public OptionalLong numberOf(Connection session) {
        try {
            return session.isWrapperFor(PGConnection.class)
                    ? OptionalLong.of(session.unwrap(PGConnection.class).getBackendPID())
                    : OptionalLong.empty();
        } catch (SQLException | LinkageError notOfThisDriver) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Map<Long, String> busy(Set<Long> sessions, Connection observer) throws SQLException {
        Map<Long, String> busy = new TreeMap<>();
        try (PreparedStatement query = observer.prepareStatement(BUSY)) {
            query.setArray(1, array(sessions, observer));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    busy.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
        return busy;
    }

    @Override
    public void end(Set<Long> sessions, Connection observer) throws SQLException {
        try (PreparedStatement query = observer.prepareStatement(END)) {
            query.setArray(1, array(sessions, observer));
            query.executeQuery().close();
        }
    }

    private static Array array(Set<Long> sessions, Connection observer) throws SQLException {
        return observer.createArrayOf(
                "int4", sessions.stream().map(Math::toIntExact).toArray());
    }
}
