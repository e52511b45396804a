package dev.switchback.migration.log;

import java.lang.reflect.Field;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.logging.LogCreator;
import org.flywaydb.core.api.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The loggers of Flyway. Flyway asks for each message the configuration that was made last in the JVM, whichever Flyway it
 * belongs to; so that choice is taken for the time of a call, and then put back unless somebody has made another one.
 *
 * @param configuration null before the first Flyway is made
 * @param creator null before the first message
 */
record LogChoice(@Nullable Configuration configuration, @Nullable LogCreator creator) {

    // Static as Flyway's own state, which it stands for.
    private static final Object LOCK = new Object();
    private static final int ATTEMPTS = 1000;
    private static final @Nullable Field CONFIGURATION = field("configuration");
    private static final @Nullable Field CREATOR = field("logCreator");
    private static LogChoice ofOthers = new LogChoice(null, null);
    private static int calls;

    /** True if Flyway lets itself be read, and finds the class that routes. */
    static boolean canBeTaken() {
        try {
            return CONFIGURATION != null
                    && CREATOR != null
                    && Class.forName(FlywayLog.class.getName(), false, LogFactory.class.getClassLoader())
                            == FlywayLog.class;
        } catch (ClassNotFoundException hidden) {
            return false;
        }
    }

    static void take(Configuration prepared) {
        synchronized (LOCK) {
            LogChoice now = now();
            if (!now.isOurs()) {
                ofOthers = now;
                LogFactory.setConfiguration(prepared);
            }
            calls++;
        }
    }

    static void giveBack() {
        synchronized (LOCK) {
            calls--;
            if (calls == 0 && now().isOurs()) {
                ofOthers.choose();
            }
        }
    }

    /** Logs as if the choice had not been taken; as by default if there was none. */
    static LogCreator ofOthers() {
        synchronized (LOCK) {
            LogCreator known = ofOthers.creator;
            if (known != null && ofOthers.configuration != null) {
                return known;
            }
            LogChoice ours = now();
            Configuration configuration = ofOthers.configuration == null ? Flyway.configure() : ofOthers.configuration;
            LogCreator made = null;
            // Another thread that loads a Flyway of its own meanwhile takes the creator away again.
            for (int attempt = 0; made == null && attempt < ATTEMPTS; attempt++) {
                LogFactory.setConfiguration(configuration);
                LogFactory.getLog(LogChoice.class);
                made = now().creator;
            }
            ours.choose();
            if (made == null) {
                throw new IllegalStateException("Flyway made no log");
            }
            ofOthers = new LogChoice(configuration, made);
            return made;
        }
    }

    private boolean isOurs() {
        return configuration != null && FlywayLog.isKept(configuration);
    }

    private void choose() {
        LogFactory.setConfiguration(configuration);
        if (creator != null && configuration != null) {
            LogFactory.setLogCreator(creator);
        }
    }

    private static LogChoice now() {
        try {
            return new LogChoice(
                    CONFIGURATION == null ? null : (Configuration) CONFIGURATION.get(null),
                    CREATOR == null ? null : (LogCreator) CREATOR.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Field field(String name) {
        try {
            Field field = LogFactory.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException | RuntimeException anotherFlyway) {
            return null;
        }
    }
}
