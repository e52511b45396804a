package dev.switchback.benchmarks.catalog;

import dev.switchback.benchmarks.Contender;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.time.Duration;

/**
 * A way to read a whole schema into memory, over a new connection each time; connecting does not count.
 *
 * @param expected how many tables there are: a reader that finds others has not read the schema
 */
record Reader(Database database, Reading reading, int expected) implements Contender {

    /** Reads everything, and counts the tables that it found. */
    interface Reading {
        int read(Connection connection) throws Exception;
    }

    @Override
    public Duration run() throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            int[] found = {0};
            Duration time = Contender.time(() -> found[0] = reading.read(connection));
            if (found[0] != expected) {
                throw new IllegalStateException(reading + " found " + found[0] + " tables of " + expected);
            }
            return time;
        }
    }
}
