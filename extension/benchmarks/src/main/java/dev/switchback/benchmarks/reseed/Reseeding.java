package dev.switchback.benchmarks.reseed;

import dev.switchback.benchmarks.Contender;
import java.sql.Connection;
import java.time.Duration;

/** A way to get the rows back after a test, which itself does not count. */
record Reseeding(Connection test, int tables, Contender.Work work) implements Contender {

    @Override
    public Duration run() throws Exception {
        SmallShop.test(test, tables);
        Duration time = Contender.time(work);
        SmallShop.check(test);
        return time;
    }
}
