package dev.switchback.benchmarks;

import java.time.Duration;

/** One way to do the work that is measured. */
public interface Contender {

    /** Does it once, and says how long it took without what was only preparation. */
    Duration run() throws Exception;

    /** How long some code takes. */
    static Duration time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The code that is timed. */
    interface Work {
        void run() throws Exception;
    }
}
