package dev.switchback.report;

import dev.switchback.migration.StepTimes;
import java.time.Duration;

/** Microseconds that the scripts of a step took; 0 for what did not run. */
public record ReportedTimes(long up, long down, long again) {

    /** Nothing ran, or nothing was measured. */
    static final ReportedTimes NONE = new ReportedTimes(0, 0, 0);

    static ReportedTimes of(StepTimes times) {
        return new ReportedTimes(micros(times.up()), micros(times.down()), micros(times.again()));
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }

    /** One of the times for a reader: {@code 12 ms}. */
    static String text(long micros) {
        if (micros == 0) {
            return "-";
        }
        long millis = (micros + 500) / 1000;
        return millis == 0 ? "<1 ms" : millis + " ms";
    }
}
