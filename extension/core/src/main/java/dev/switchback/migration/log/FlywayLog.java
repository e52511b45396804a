package dev.switchback.migration.log;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/**
 * Flyway's log while Switchback runs Flyway: it is kept, and attached to what the run throws. Other threads log as ever,
 * and so does Flyway that others run. {@link #show} has it logged.
 */
public final class FlywayLog implements LogCreator {

    private static final ThreadLocal<KeptLog> KEPT = new ThreadLocal<>();

    /** To be called by Flyway, which knows this class by its name. */
    public FlywayLog() {}

    /** Has Flyway log what Switchback runs with this configuration or a copy of it, in the way that the configuration says. */
    public static void show(FluentConfiguration configuration) {
        configuration.loggers(Stream.concat(Arrays.stream(configuration.getLoggers()), Stream.of(Shown.class.getName()))
                .distinct()
                .toArray(String[]::new));
    }

    /** Has what Flyway says of these runs kept, unless it is to be shown. */
    static void prepare(FluentConfiguration own) {
        if (!isShown(own) && LogChoice.canBeTaken()) {
            own.loggers(FlywayLog.class.getName());
        }
    }

    /** Calls Flyway, with a configuration that was prepared. */
    static <T> T keep(Configuration prepared, Supplier<T> call) {
        if (!isKept(prepared)) {
            return call.get();
        }
        KeptLog outer = KEPT.get();
        KeptLog kept = outer == null ? new KeptLog() : outer;
        LogChoice.take(prepared);
        KEPT.set(kept);
        try {
            return call.get();
        } catch (RuntimeException e) {
            kept.attachTo(e);
            throw e;
        } finally {
            if (outer == null) {
                KEPT.remove();
            }
            LogChoice.giveBack();
        }
    }

    static boolean isKept(Configuration configuration) {
        return List.of(configuration.getLoggers()).contains(FlywayLog.class.getName());
    }

    private static boolean isShown(Configuration configuration) {
        return List.of(configuration.getLoggers()).contains(Shown.class.getName());
    }

    @Override
    public Log createLogger(Class<?> type) {
        return new Routed(type);
    }

    /** Beside other loggers: what Switchback runs is logged. Writes nothing itself. */
    public static final class Shown implements LogCreator {

        /** To be called by Flyway, which knows this class by its name. */
        public Shown() {}

        @Override
        public Log createLogger(Class<?> type) {
            return new KeptLog();
        }
    }

    /** Goes by the thread that logs. */
    private record Routed(Class<?> type) implements Log {

        private void log(Consumer<Log> message) {
            KeptLog kept = KEPT.get();
            message.accept(kept == null ? others() : kept);
        }

        private Log others() {
            return LogChoice.ofOthers().createLogger(type);
        }

        @Override
        @SuppressWarnings("deprecation") // Flyway before 12 has no other way to ask
        public boolean isDebugEnabled() {
            return KEPT.get() == null && others().isDebugEnabled();
        }

        @Override
        public void debug(String message) {
            log(log -> log.debug(message));
        }

        @Override
        public void info(String message) {
            log(log -> log.info(message));
        }

        @Override
        public void warn(String message) {
            log(log -> log.warn(message));
        }

        @Override
        public void error(String message) {
            log(log -> log.error(message));
        }

        @Override
        public void error(String message, Exception e) {
            log(log -> log.error(message, e));
        }

        @Override
        public void notice(String message) {
            log(log -> log.notice(message));
        }
    }
}
