package dev.switchback.postgresql;

import dev.switchback.migration.DriverProperties;
import dev.switchback.migration.run.ScriptSessions;
import dev.switchback.migration.run.SequenceReturn;
import dev.switchback.migration.run.SessionActivity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.configuration.Configuration;

/** Backends of PostgreSQL in which scripts run. */
final class PostgresSessions implements ScriptSessions {

    /** {@code DISCARD ALL} in the parts that are allowed inside a transaction, but for what {@link #LET_GO} does. */
    private static final String FRESH_SESSION =
            """
            CLOSE ALL;
            UNLISTEN *;
            RESET SESSION AUTHORIZATION;
            RESET ALL;
            DISCARD SEQUENCES;
            DISCARD TEMP;
            """;

    /**
     * Said like this, and together with what resets it, the driver does not notice a search path, and keeps what it has prepared.
     * Calls of functions are counted where the role may say so, because they are what makes a session keep plans.
     */
    private static final String SET_UP =
            """
            SELECT pg_catalog.set_config('search_path', '%s', false),
                   CASE WHEN pg_catalog.current_setting('is_superuser') = 'on'
                             THEN pg_catalog.set_config('track_functions', 'all', false) END""";

    private static final int FIRST_OF_FLYWAY = 0x466b;
    private static final int LAST_OF_FLYWAY = 0x466d;

    /**
     * Flyway's own lock is held by the same session; its key begins with the letters Fl. The function is what the view pg_locks
     * reads, which takes longer to plan than to read.
     */
    private static final String LET_GO =
            """
            DEALLOCATE ALL;
            DISCARD PLANS;
            SELECT CASE WHEN objsubid = 1 AND mode = 'ShareLock'
                             THEN pg_catalog.pg_advisory_unlock_shared((classid::bigint << 32) | objid::bigint)
                        WHEN objsubid = 1
                             THEN pg_catalog.pg_advisory_unlock((classid::bigint << 32) | objid::bigint)
                        WHEN mode = 'ShareLock'
                             THEN pg_catalog.pg_advisory_unlock_shared(classid::integer, objid::integer)
                        ELSE pg_catalog.pg_advisory_unlock(classid::integer, objid::integer) END
              FROM pg_catalog.pg_lock_status()
             WHERE locktype = 'advisory'
               AND pid = pg_catalog.pg_backend_pid()
               AND NOT (objsubid = 1 AND classid::bigint BETWEEN %s AND %s);
            """
                    .formatted(FIRST_OF_FLYWAY, LAST_OF_FLYWAY);

    /** The lock that a backend waits for, in words; only relations of this database have names here. */
    private static final String ACTIVITY =
            """
            SELECT CASE activity.state WHEN 'active' THEN activity.query ELSE '' END,
                   CASE WHEN waits.locktype IS NULL THEN ''
                        WHEN waits.locktype = 'advisory' THEN 'an advisory lock'
                        WHEN waits.locktype IN ('transactionid', 'virtualxid') THEN 'the end of a transaction'
                        WHEN waits.relation IS NULL THEN waits.mode
                        ELSE waits.mode || ' on ' || coalesce(space.nspname || '.' || class.relname, 'a table') END
              FROM pg_catalog.pg_stat_activity activity
                   LEFT JOIN pg_catalog.pg_locks waits ON waits.pid = activity.pid AND NOT waits.granted
                   LEFT JOIN pg_catalog.pg_class class ON class.oid = waits.relation
                   LEFT JOIN pg_catalog.pg_namespace space ON space.oid = class.relnamespace
             WHERE activity.pid = ?
            """;

    private static final String HOLDERS =
            """
            SELECT concat('process ', pid, ' of ', usename, ', ', nullif(application_name, '') || ', ', state), query
              FROM pg_catalog.pg_stat_activity
             WHERE pid = ANY (pg_catalog.pg_blocking_pids(?))
             ORDER BY pid
            """;

    @Override
    public void refresh(Connection session, Configuration flyway, Held held) throws SQLException {
        try (Statement statement = session.createStatement()) {
            String setUp = SET_UP.formatted(searchPath(statement).replace("'", "''"));
            statement.execute(
                    FRESH_SESSION + (held == Held.NOTHING ? "" : LET_GO) + ScriptTransaction.MARK + ";\n" + setUp);
            if (flyway.getInitSql() != null) {
                statement.execute(flyway.getInitSql());
                statement.execute(setUp);
            }
        }
    }

    @Override
    public void align(Connection session, Connection flyway) throws SQLException {
        try (Statement original = flyway.createStatement();
                PreparedStatement copy =
                        session.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, false)")) {
            copy.setString(1, searchPath(original));
            copy.execute();
        }
    }

    private static String searchPath(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW search_path")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Whether an advisory lock with these parts of its key is Flyway's own. */
    static boolean isOfFlyway(long high, int size) {
        return size == 1 && high >= FIRST_OF_FLYWAY && high <= LAST_OF_FLYWAY;
    }

    @Override
    public SequenceReturn sequences(Connection session) throws SQLException {
        return PostgresSequenceReturn.of(session);
    }

    @Override
    public long idOf(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public SessionActivity cancel(Connection observer, long session) throws SQLException {
        List<String[]> doing = pairs(observer, ACTIVITY, session);
        List<SessionActivity.Holder> holders = pairs(observer, HOLDERS, session).stream()
                .map(holder -> new SessionActivity.Holder(holder[0], holder[1]))
                .toList();
        pairs(observer, "SELECT pg_catalog.pg_cancel_backend(?), NULL", session);
        return doing.isEmpty()
                ? new SessionActivity("", "", holders)
                : new SessionActivity(doing.get(0)[0], doing.get(0)[1], holders);
    }

    /**
     * Scripts: after each statement of DDL the driver forgets what it has prepared, and Flyway's own queries would be planned
     * anew in every phase. Their results never change their types, so there is no need.
     *
     * <p>Reading: what is sent together then goes in one message, and nothing in it is parsed, described and bound by itself.
     */
    @Override
    public DriverProperties driverProperties() {
        return new DriverProperties(
                Map.of("flushCacheOnDdl", "false"), Map.of("preferQueryMode", "extendedForPrepared"));
    }

    private static List<String[]> pairs(Connection observer, String sql, long session) throws SQLException {
        try (PreparedStatement query = observer.prepareStatement(sql)) {
            query.setInt(1, Math.toIntExact(session));
            try (ResultSet rows = query.executeQuery()) {
                List<String[]> pairs = new ArrayList<>();
                while (rows.next()) {
                    pairs.add(new String[] {rows.getString(1), rows.getString(2)});
                }
                return pairs;
            }
        }
    }
}
