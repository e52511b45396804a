package dev.switchback.postgresql.reset;

import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.fixture.reset.RowReset.OtherSessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The sessions that a reset has to wait for. */
final class BusySessions {

    /**
     * A session that reads only is in nobody's way, unless it has locked a table; what was prepared for a commit in two phases is a session
     * without a process.
     */
    static final String SQL =
            """
            SELECT pid, application_name, state, left(query, 500),
                   extract(epoch FROM clock_timestamp() - coalesce(xact_start, query_start))::int8 AS seconds,
                   backend_xid IS NOT NULL OR CASE
                     WHEN state NOT LIKE 'idle%' THEN true
                     WHEN state = 'idle' THEN false
                     ELSE EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'relation' AND l.granted
                                     AND l.mode NOT IN ('AccessShareLock', 'RowShareLock')) END AS is_busy
              FROM pg_stat_get_activity(NULL) a
             WHERE datid = (SELECT oid FROM pg_database WHERE datname = current_database())
               AND pid <> pg_backend_pid()
               AND backend_type = 'client backend'
            UNION ALL
            SELECT 0, gid, '', '', extract(epoch FROM clock_timestamp() - prepared)::int8, true
              FROM pg_prepared_xact()
             WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;

    /** The things that idle sessions have and that outlive their transactions. What they have set, nobody else can see. */
    static final String HELD =
            """
            SELECT DISTINCT format('the session %s holds an advisory lock. Its last statement is: %s', l.pid, left(a.query, 500))
              FROM pg_locks l
              JOIN pg_stat_get_activity(NULL) a ON a.pid = l.pid
             WHERE l.locktype = 'advisory' AND l.granted AND l.pid <> pg_backend_pid()
               AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            UNION ALL
            SELECT format('a session has a temporary table %I, which hides the one of that name.', t.relname)
              FROM pg_class t
             WHERE t.relpersistence = 't' AND t.relkind IN ('r', 'p', 'v') AND t.relnamespace <> pg_my_temp_schema()
               AND EXISTS (SELECT FROM pg_class p
                            WHERE p.relname = t.relname AND p.relpersistence <> 't' AND p.relkind IN ('r', 'p', 'v', 'm', 'f'))
            """;

    private final OtherSessions allowed;
    private Optional<Obstacle> first = Optional.empty();

    BusySessions(OtherSessions allowed) {
        this.allowed = allowed;
    }

    void add(ResultSet rows) throws SQLException {
        while (allowed != OtherSessions.ANY && first.isEmpty() && rows.next()) {
            if (rows.getBoolean(6) || allowed == OtherSessions.GONE) {
                first = Optional.of(new Obstacle(Obstacle.Kind.BUSY, text(rows)));
            }
        }
    }

    void addHeld(ResultSet rows) throws SQLException {
        if (first.isEmpty() && rows.next()) {
            first = Optional.of(new Obstacle(Obstacle.Kind.HELD, rows.getString(1)));
        }
    }

    /** The first that may not be there. */
    Optional<Obstacle> first() {
        return first;
    }

    private static String text(ResultSet row) throws SQLException {
        if (row.getInt(1) == 0) {
            return "the transaction \"%s\" was prepared %s seconds ago and is neither committed nor rolled back."
                    .formatted(row.getString(2), row.getLong(5));
        }
        String name = row.getString(2).isBlank() ? "" : " (" + row.getString(2) + ")";
        return "the session %s%s is %s, for %s seconds now. Its last statement is: %s"
                .formatted(
                        row.getInt(1),
                        name,
                        row.getString(3),
                        row.getLong(5),
                        row.getString(4).strip());
    }
}
