package dev.switchback.migration.log;

import java.util.ArrayDeque;
import java.util.Deque;
import org.flywaydb.core.api.logging.Log;

/** The last lines of a log, in memory. Belongs to one thread. */
final class KeptLog implements Log {

    private static final int LONGEST = 50;

    private final Deque<String> lines = new ArrayDeque<>();
    private int left;

    /** The lines as an exception, which tools print below the one that it is attached to. */
    private static final class FlywayLogLines extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FlywayLogLines(String lines) {
            super(lines, null, false, false);
        }
    }

    void attachTo(Throwable failure) {
        if (!lines.isEmpty()) {
            String begin = left == 0 ? "" : "  (" + left + " lines before)\n";
            failure.addSuppressed(
                    new FlywayLogLines("Flyway's log, until it failed:\n" + begin + String.join("\n", lines)));
            lines.clear();
            left = 0;
        }
    }

    private void keep(String level, String message) {
        if (lines.size() == LONGEST) {
            lines.removeFirst();
            left++;
        }
        lines.addLast("  " + level + " " + message);
    }

    @Override
    @SuppressWarnings("deprecation") // Flyway before 12 has no other way to ask
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(String message) {
        // the run is told in full by what Flyway says above this level
    }

    @Override
    public void info(String message) {
        keep("INFO ", message);
    }

    @Override
    public void warn(String message) {
        keep("WARN ", message);
    }

    @Override
    public void error(String message) {
        keep("ERROR", message);
    }

    @Override
    public void error(String message, Exception e) {
        keep("ERROR", message);
    }

    @Override
    public void notice(String message) {
        keep("NOTE ", message);
    }
}
