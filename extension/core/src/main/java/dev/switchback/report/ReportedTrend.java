package dev.switchback.report;

import java.util.Collections;
import java.util.List;

/**
 * The time of a migration's first way up in this run and in those before.
 *
 * @param earlier microseconds in earlier runs that measured it, the oldest first
 * @param now microseconds in this one; 0 if it was not measured
 */
public record ReportedTrend(List<Long> earlier, long now) {

    /** Nothing to compare. */
    static final ReportedTrend NONE = new ReportedTrend(List.of(), 0);

    /** As many runs as a median needs to be worth something. */
    private static final int ENOUGH = 3;

    /** Differences below are noise of the machine. */
    private static final long NOTICEABLE_MICROS = 100_000;

    public ReportedTrend {
        earlier = List.copyOf(earlier);
    }

    boolean isKnown() {
        return !earlier.isEmpty() && now > 0;
    }

    /** The median of the earlier ones; the lower of two. */
    long median() {
        return earlier.isEmpty() ? 0 : earlier.stream().sorted().toList().get((earlier.size() - 1) / 2);
    }

    /** Whether it took longer than ever, more than twice as long as usual, and by more than the machine's noise. */
    boolean isMuchSlower() {
        return earlier.size() >= ENOUGH
                && now > Collections.max(earlier)
                && now > 2 * median()
                && now - median() >= NOTICEABLE_MICROS;
    }

    /** The comparison in words: {@code median of 5 runs before 12 ms, now 15 ms}. */
    String words() {
        return "median of %s before %s, now %s"
                .formatted(
                        earlier.size() == 1 ? "1 run" : earlier.size() + " runs",
                        ReportedTimes.text(median()),
                        ReportedTimes.text(now));
    }
}
