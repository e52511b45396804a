package dev.switchback.postgresql;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The advisory lock of one template: who builds or removes it has it alone, who copies it shares it. It is the session's, so the server
 * gives it up when the run has ended, be it closed or killed. Other databases have other locks: runs meet that have named the same one.
 *
 * @param session of the run, for its life
 * @param digits of the template's name, in hexadecimal: its first sixteen are the lock's number
 */
record SharedTemplateLock(Connection session, String digits) {

    private long number() {
        return new BigInteger(digits.substring(0, 16), 16).longValue();
    }

    boolean tryAlone() throws SQLException {
        return ask("SELECT pg_try_advisory_lock(?)");
    }

    void leaveAlone() throws SQLException {
        ask("SELECT pg_advisory_unlock(?)");
    }

    boolean tryShared() throws SQLException {
        return ask("SELECT pg_try_advisory_lock_shared(?)");
    }

    void leaveShared() throws SQLException {
        ask("SELECT pg_advisory_unlock_shared(?)");
    }

    private boolean ask(String sql) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setLong(1, number());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** Who has it alone, in words. */
    String holder() throws SQLException {
        String sql =
                """
                SELECT format('session %s of %s from %s, since %s', a.pid, a.usename,
                           coalesce(host(a.client_addr), 'the same machine'), to_char(a.backend_start, 'HH24:MI:SS'))
                  FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                 WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.mode = 'ExclusiveLock' AND l.granted
                   AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                   AND (l.classid::bigint << 32) | l.objid::bigint = ?
                """;
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setLong(1, number());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "a session that has just ended";
            }
        }
    }
}
