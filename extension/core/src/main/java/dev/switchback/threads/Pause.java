package dev.switchback.threads;

import java.sql.SQLException;

/** A short wait between two looks at something that nobody tells of. */
public final class Pause {

    private Pause() {}

    /** Waits; returns false if the thread is interrupted, which it then still is. */
    public static boolean ofMillis(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits within work on a database.
     *
     * @param millis how long
     * @param waitedFor stands in the message: {@code other sessions}
     * @throws SQLException if the thread is interrupted, which it then still is
     */
    public static void within(long millis, String waitedFor) throws SQLException {
        if (!ofMillis(millis)) {
            throw new SQLException("interrupted while " + waitedFor + " were waited for");
        }
    }
}
