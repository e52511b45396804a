package dev.switchback.threads;

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
}
