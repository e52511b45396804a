package dev.switchback.benchmarks.spring;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Timings;
import dev.switchback.benchmarks.suite.Suite;
import dev.switchback.benchmarks.suite.TwentyMigrations;
import java.util.List;

/** A thousand small tests in fifty classes of one Spring Boot application, from the start of the run to its end. */
public final class SpringBenchmark implements Benchmark {

    @Override
    public String name() {
        return "spring";
    }

    @Override
    public String summary() {
        return "1,000 tests in 50 classes with one context, against embedded-database-spring-test and @DirtiesContext";
    }

    @Override
    public String arguments() {
        return "[zonky] [dirties] [--tests=1000] [--classes=50] [--runs=3]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        List<String> peers = arguments.words().isEmpty() ? List.of("zonky", "dirties") : arguments.words();
        int runs = arguments.option("runs", 3);
        try (TwentyMigrations migrations = TwentyMigrations.write();
                TwentyMigrations withRows = TwentyMigrations.withRows()) {
            Suite suite = Suite.of(arguments, migrations);
            Suite suiteWithRows = Suite.of(arguments, withRows);
            Timings ours = suite.times(SwitchbackSpringCase.class, 1, runs);
            if (peers.contains("zonky")) {
                report.ratio("spring/zonky", ours, suiteWithRows.times(ZonkySpringCase.class, 1, runs), 0.7);
            }
            if (peers.contains("dirties")) {
                report.ratio("spring/dirties", ours, suiteWithRows.times(DirtiesSpringCase.class, 1, 1), 0.05);
            }
        }
    }
}
