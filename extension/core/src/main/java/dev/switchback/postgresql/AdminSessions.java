package dev.switchback.postgresql;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import dev.switchback.threads.Pause;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Sessions on the administrative database: as many as there are threads that need one, kept for the next. */
final class AdminSessions implements AutoCloseable {

    /** Settings that a cautious administrator makes for everyone must not end a session that waits, or a long copy. */
    private static final String PREPARE =
            "SET idle_session_timeout = 0; SET statement_timeout = 0; SET lock_timeout = 0;"
                    + " SET client_min_messages = error; SET application_name = 'switchback'";

    private static final int SECONDS_TO_ANSWER = 5;

    private static final String RECOVERS = "57P03";
    private static final int SECONDS_TO_RECOVER = 15;
    private static final int PAUSE_MILLIS = 20;

    private final ServerAddress address;
    private final DataSource source;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    AdminSessions(ServerAddress address, DataSource source) {
        this.address = address;
        this.source = source;
    }

    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** @param what what is done, as the object of "could not" */
    <T> T run(String what, Work<T> work) {
        Connection connection = idleOrNew();
        try {
            T result = work.on(connection);
            giveBack(connection);
            return result;
        } catch (SQLException e) {
            ProvisionException failure = AdminFailure.of(what, address, e, connection);
            closeQuietly(connection);
            throw failure;
        } catch (RuntimeException | Error e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** The same for what may be done twice: a session is not asked for a sign of life before, and replaced where it fails. */
    <T> T read(String what, Work<T> work) {
        Connection kept = idle.pollFirst();
        if (kept != null) {
            try {
                T result = work.on(kept);
                giveBack(kept);
                return result;
            } catch (SQLException theServerMayHaveEndedIt) {
                closeQuietly(kept);
            }
        }
        return run(what, work);
    }

    /** A session that the server has ended meanwhile is made again. */
    private Connection idleOrNew() {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (isAlive(kept)) {
                return kept;
            }
            closeQuietly(kept);
        }
        return open();
    }

    static boolean isAlive(Connection connection) {
        try {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    void execute(String what, String sql) {
        run(what, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** A session that the caller owns. A server that recovers, because one of its processes was killed, is waited for. */
    Connection open() throws ProvisionException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_RECOVER);
        while (true) {
            try {
                return prepared();
            } catch (SQLException e) {
                if (!RECOVERS.equals(e.getSQLState()) || System.nanoTime() > end || !Pause.ofMillis(PAUSE_MILLIS)) {
                    throw AdminFailure.of("connect", address, e);
                }
            }
        }
    }

    private Connection prepared() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(PREPARE);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
        return connection;
    }

    private void giveBack(Connection connection) {
        idle.addFirst(connection);
        if (closed.get()) {
            closeAll();
        }
    }

    private void closeAll() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            closeQuietly(connection);
        }
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The session is gone either way, and what failed before matters more.
        }
    }

    @Override
    public void close() {
        closed.set(true);
        closeAll();
    }
}
