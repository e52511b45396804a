package dev.switchback.postgresql.reset;

import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.fixture.reset.RowReset.OtherSessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The sessions that a reset has to wait for. */
final class BusySessions {

    /** A session that reads only is in nobody's way; what was prepared for a commit in two phases is a session without a process. */
    static final String SQL =
            """
            SELECT pid, application_name, state, left(query, 500),
                   extract(epoch FROM clock_timestamp() - coalesce(xact_start, query_start))::int8 AS seconds,
                   backend_xid IS NOT NULL OR state NOT LIKE 'idle%' AS is_busy
              FROM pg_stat_get_activity(NULL)
             WHERE datid = (SELECT oid FROM pg_database WHERE datname = current_database())
               AND pid <> pg_backend_pid()
               AND backend_type = 'client backend'
            UNION ALL
            SELECT 0, gid, '', '', extract(epoch FROM clock_timestamp() - prepared)::int8, true
              FROM pg_prepared_xact()
             WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
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
