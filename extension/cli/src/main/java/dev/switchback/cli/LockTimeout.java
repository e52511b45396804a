package dev.switchback.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The time that statements wait for locks. */
final class LockTimeout {

    private LockTimeout() {}

    /** Refuses a number that is no time, before anything is done. */
    static void check(@Nullable Integer seconds) {
        if (seconds != null && seconds < 1) {
            throw CommandException.wrongUse("--lock-timeout is a number of seconds from 1 on, not " + seconds + ".");
        }
    }

    /** Sets it for the connections that are opened from now on; null leaves them as they are. */
    static void set(PGSimpleDataSource database, @Nullable Integer seconds) {
        if (seconds == null) {
            return;
        }
        String options = database.getOptions();
        database.setOptions((options == null ? "" : options + " ") + "-c lock_timeout=" + seconds + "s");
    }

    /** The sentence to be added where a lock was not had in time. */
    static Optional<String> advice(Exception failure) {
        return String.valueOf(failure.getMessage()).contains("55P03")
                ? Optional.of(
                        "Another session held the lock. Run it again later, or see who waits for whom: SELECT pid, pg_blocking_pids(pid), query FROM pg_stat_activity;")
                : Optional.empty();
    }
}
