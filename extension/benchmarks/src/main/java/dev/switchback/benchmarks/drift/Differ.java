package dev.switchback.benchmarks.drift;

import dev.switchback.benchmarks.Contender;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.time.Duration;

/** A way to compare two databases, over new connections each time; connecting does not count. */
record Differ(Database one, Database other, Comparing comparing) implements Contender {

    /** Reads both, compares them, and counts the differences that it found, in its own manner of counting. */
    interface Comparing {
        int differences(Connection one, Connection other) throws Exception;
    }

    @Override
    public Duration run() throws Exception {
        try (Connection first = one.dataSource().getConnection();
                Connection second = other.dataSource().getConnection()) {
            int[] found = {0};
            Duration time = Contender.time(() -> found[0] = comparing.differences(first, second));
            if (found[0] < Differences.SEEN_BY_ALL) {
                throw new IllegalStateException(
                        comparing + " found " + found[0] + " differences of " + Differences.COUNT);
            }
            return time;
        }
    }
}
