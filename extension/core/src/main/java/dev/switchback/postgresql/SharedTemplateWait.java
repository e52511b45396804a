package dev.switchback.postgresql;

import dev.switchback.threads.Pause;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;

/** The time for which a run waits for another one to build a template, and what it says about it. */
final class SharedTemplateWait {

    private static final System.Logger LOG = System.getLogger(SharedTemplateWait.class.getName());
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final long GLANCE_MILLIS = 50;

    private final String name;
    private final SharedTemplateLock lock;
    private final Duration longest;
    private final long begun = System.nanoTime();
    private boolean isTold;

    SharedTemplateWait(String name, SharedTemplateLock lock, Duration longest) {
        this.name = name;
        this.lock = lock;
        this.longest = longest;
    }

    /** Lets a moment pass; false if it has been too long. */
    boolean goesOn() throws SQLException {
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);
        if (waited.compareTo(longest) > 0) {
            LOG.log(
                    Level.WARNING,
                    "Template {0} is still locked by {1}, after {2} s. This run migrates for itself. If that session hangs, end it: SELECT pg_terminate_backend(its number)",
                    name,
                    lock.holder(),
                    waited.toSeconds());
            return false;
        }
        if (!isTold && waited.compareTo(SILENCE) > 0) {
            LOG.log(
                    Level.INFO,
                    "Waiting until another run has built template {0}, for {1} s at most: it is locked by {2}",
                    name,
                    longest.toSeconds(),
                    lock.holder());
            isTold = true;
        }
        return Pause.ofMillis(GLANCE_MILLIS);
    }
}
