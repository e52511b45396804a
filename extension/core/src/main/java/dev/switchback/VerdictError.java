package dev.switchback;

import org.opentest4j.AssertionFailedError;

/**
 * A failed verdict, whose message is all that there is to read. Maven's Surefire prints a failed assertion twice: its stack
 * trace where the test ends, its message in the summary at the end. There, and nowhere else, the trace has the first line
 * alone, so that a long finding is printed once.
 */
final class VerdictError extends AssertionFailedError {

    private static final long serialVersionUID = 1L;

    /** Surefire gives it to each JVM in which it runs tests. */
    private static final String SUREFIRE = "surefire.test.class.path";

    VerdictError(String message) {
        super(message);
    }

    VerdictError(String message, Object expected, Object actual) {
        super(message, expected, actual);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message stays whole, the trace is to be short
    public String toString() {
        return System.getProperty(SUREFIRE) == null ? super.toString() : title();
    }

    private String title() {
        String message = String.valueOf(getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end) + " (in full at the end, under \"Failures\")";
    }
}
