package dev.switchback.migration.run;

import dev.switchback.threads.DaemonThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a script that runs for too long: cancels what its session does, interrupts its Java code and, where neither helps
 * soon, cuts its connection. Watches the scripts that one thread runs, one after the other.
 */
final class ScriptClock implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final DataSource database;
    private final ScriptSessions sessions;
    private final Optional<Duration> limit;
    private final Thread runner = Thread.currentThread();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("switchback-time-limit"));
    private @Nullable Connection session;
    private long sessionId;
    private Optional<String> javaClass = Optional.empty();
    private long scripts;
    private @Nullable Future<?> alarm;
    private @Nullable ScriptTimeout overrun;

    /**
     * Prepares the watch.
     *
     * @param limit how long a script may run; empty for ever
     */
    ScriptClock(DataSource database, ScriptSessions sessions, Optional<Duration> limit) {
        this.database = database;
        this.sessions = sessions;
        this.limit = limit;
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * A script begins.
     *
     * @param connection the session in which it runs
     * @param javaCode the class that it is, unless it is SQL
     */
    synchronized void begin(Connection connection, Optional<String> javaCode) {
        if (limit.isEmpty()) {
            return;
        }
        overrun = null;
        scripts++;
        if (connection != session) {
            sessionId = idOf(connection);
            session = connection;
        }
        javaClass = javaCode;
        ring(this::cancel, limit.get());
    }

    private long idOf(Connection connection) {
        try {
            return sessions.idOf(connection);
        } catch (SQLException e) {
            throw new FlywayException("The session of a script is not known: " + e.getMessage(), e);
        }
    }

    private void ring(Runnable task, Duration after) {
        long script = scripts;
        alarm = timer.schedule(() -> unlessOver(script, task), after.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** An alarm may have waited while its script ended and another began. */
    private synchronized void unlessOver(long script, Runnable task) {
        if (alarm != null && script == scripts) {
            task.run();
        }
    }

    private void cancel() {
        Optional<StackTraceElement> place = javaClass.flatMap(this::place);
        overrun = new ScriptTimeout(limit.orElseThrow(), cancelStatement(), place);
        if (javaClass.isPresent()) {
            runner.interrupt();
        }
        ring(this::cutConnection, GRACE.compareTo(limit.get()) < 0 ? GRACE : limit.get());
    }

    private Optional<SessionActivity> cancelStatement() {
        try (Connection observer = database.getConnection()) {
            return Optional.of(sessions.cancel(observer, sessionId));
        } catch (SQLException notPossible) {
            return Optional.empty();
        }
    }

    /** The place in the script's own code that runs. */
    private Optional<StackTraceElement> place(String code) {
        return Arrays.stream(runner.getStackTrace())
                .filter(frame -> frame.getClassName().equals(code)
                        || frame.getClassName().startsWith(code + "$"))
                .findFirst();
    }

    private void cutConnection() {
        try {
            Objects.requireNonNull(session).abort(Runnable::run);
        } catch (SQLException closedAlready) {
            // then its script is over, too
        }
    }

    /** Fails if the script that began last was cancelled, even if it took no notice. */
    synchronized void check() {
        if (overrun != null) {
            throw new FlywayException("The script was cancelled: it ran for too long");
        }
    }

    /** The script is over; nothing is done to its session or thread any more. */
    synchronized void end() {
        if (alarm == null) {
            return;
        }
        alarm.cancel(false);
        alarm = null;
        if (overrun != null && javaClass.isPresent()) {
            Thread.interrupted();
        }
    }

    /** The timeout of the script that began last, if it was cancelled. */
    synchronized Optional<ScriptTimeout> overrun() {
        return Optional.ofNullable(overrun);
    }

    @Override
    public void close() {
        end();
        timer.shutdownNow();
    }
}
