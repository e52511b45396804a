package dev.switchback.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who may remove which databases: the name of each begins with its owner's number, and the owner holds an advisory lock of
 * that number until its session ends, be it closed or killed.
 */
final class OwnerLock implements AutoCloseable {

    /** The first half of the locks' keys: "swbk" in ASCII. */
    private static final int NAMESPACE = 0x7377626B;

    private final Connection session;
    private final int owner;

    private OwnerLock(Connection session, int owner) {
        this.session = session;
        this.owner = owner;
    }

    /** Takes the session over. */
    static OwnerLock take(Connection session) throws SQLException {
        try (PreparedStatement lock = session.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            while (true) {
                int owner = ThreadLocalRandom.current().nextInt();
                lock.setInt(1, NAMESPACE);
                lock.setInt(2, owner);
                try (ResultSet taken = lock.executeQuery()) {
                    if (taken.next() && taken.getBoolean(1)) {
                        return new OwnerLock(session, owner);
                    }
                }
            }
        }
    }

    /** Lives as long as its owner: for other locks that are to go with it. */
    Connection session() {
        return session;
    }

    /** Whether the session is there, and with it the lock. */
    boolean isAlive() {
        return AdminSessions.isAlive(session);
    }

    String prefix() {
        return String.format("switchback_%08x_", owner);
    }

    /**
     * The databases whose owner is dead. One statement: what its snapshot shows of pg_database is older than what it then
     * sees in pg_locks, and an owner locks before it creates. pg_locks shows the locks of all databases.
     */
    static List<String> orphans(Connection connection) throws SQLException {
        String sql =
                """
                SELECT d.datname
                  FROM pg_database d
                 WHERE d.datname ~ '^switchback_[0-9a-f]{8}_[0-9]+$'
                   AND pg_has_role(d.datdba, 'USAGE')
                   AND NOT EXISTS (
                       SELECT FROM pg_locks l
                        WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.classid::bigint = ?
                          AND l.objid::bigint = ('x' || substr(d.datname, 12, 8))::bit(32)::bigint)
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, NAMESPACE);
            try (ResultSet rows = select.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    @Override
    public void close() {
        AdminSessions.closeQuietly(session);
    }
}
