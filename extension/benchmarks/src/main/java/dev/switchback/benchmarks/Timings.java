package dev.switchback.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The times of some runs of one contender. */
public record Timings(List<Duration> runs) {

    public Timings {
        runs = runs.stream().sorted().toList();
    }

    /** In milliseconds; of an even number of runs the slower of the two in the middle. */
    public double median() {
        return millis(runs.get(runs.size() / 2));
    }

    /** The quickest and the slowest run. */
    public String spread() {
        return String.format(Locale.ROOT, "%.1f to %.1f ms", millis(runs.get(0)), millis(runs.get(runs.size() - 1)));
    }

    /** The same runs, for one of so many parts. */
    public Timings per(int parts) {
        return new Timings(runs.stream().map(run -> run.dividedBy(parts)).toList());
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
