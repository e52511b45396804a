package dev.switchback.postgresql;

import dev.switchback.threads.Pause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Empties a database of sessions before it is copied or dropped. A client's {@code close()} returns before its session is gone, and
 * the server looks only every 100 ms whether it is: looking more often makes a copy or a drop that much faster.
 */
final class DatabaseSessions {

    private static final Duration GRACE = Duration.ofMillis(500);
    private static final Duration SHORT_GRACE = Duration.ofMillis(50);
    private static final long GLANCE_MILLIS = 2;

    /** Not PostgreSQL's own processes, such as autovacuum's: they have no user, and CREATE DATABASE ends them itself. */
    private static final String OF_CLIENTS = " FROM pg_stat_activity WHERE datname = ? AND usesysid IS NOT NULL";

    private DatabaseSessions() {}

    /** Waits for the sessions that are about to leave, then ends the others, which needs the right to. */
    static void awaitNone(Connection connection, String database) throws SQLException {
        if (!areGone(connection, database, GRACE)) {
            count(connection, database, "SELECT count(pg_terminate_backend(pid, 5000))" + OF_CLIENTS);
        }
    }

    /** Waits for the sessions that are about to leave; a drop ends the others itself. */
    static void awaitLeaving(Connection connection, String database) throws SQLException {
        areGone(connection, database, SHORT_GRACE);
    }

    private static boolean areGone(Connection connection, String database, Duration grace) throws SQLException {
        long end = System.nanoTime() + grace.toNanos();
        while (count(connection, database, "SELECT count(*)" + OF_CLIENTS) > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.within(GLANCE_MILLIS, "sessions");
        }
        return true;
    }

    private static long count(Connection connection, String database, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, database);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
