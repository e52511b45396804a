package dev.switchback.benchmarks.suite;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Timings;
import java.util.List;

/** A thousand small tests in fifty classes, from the start of the run to its end. */
public final class SuiteBenchmark implements Benchmark {

    private static final double OVER_RAW = 3000;

    @Override
    public String name() {
        return "suite";
    }

    @Override
    public String summary() {
        return "1,000 tests in 50 classes, against no isolation, Flyway's clean, Database Rider and containers";
    }

    @Override
    public String arguments() {
        return "[THREADS ...] [raw] [rider] [flyway-clean] [container] [--tests=1000] [--classes=50] [--runs=3]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int runs = arguments.option("runs", 3);
        List<String> peers =
                arguments.words().isEmpty() ? List.of("raw", "rider", "flyway-clean", "container") : arguments.words();
        try (TwentyMigrations migrations = TwentyMigrations.write()) {
            Suite suite = Suite.of(arguments, migrations);
            if (peers.contains("raw")) {
                for (int threads : arguments.numbers(1, 2, 4, 8)) {
                    raw(suite, threads, runs, report);
                }
            }
            Timings ours = suite.times(SwitchbackCase.class, 1, runs);
            if (peers.contains("rider")) {
                report.ratio("suite/rider", ours, suite.times(RiderCase.class, 1, 1), 0.3);
            }
            if (peers.contains("flyway-clean")) {
                report.ratio("suite/flyway-clean", ours, suite.times(FlywayCleanCase.class, 1, 1), 0.2);
            }
            if (peers.contains("container") && ContainerEngine.isThere()) {
                report.ratio("suite/container-per-class", ours, suite.times(ContainerCase.class, 1, 1), 0.1);
            } else if (peers.contains("container")) {
                report.say("suite/container-per-class: left out, docker info finds no engine");
            }
        }
    }

    private static void raw(Suite suite, int threads, int runs, Report report) throws Exception {
        Duel duel = Duel.of(suite.of(SwitchbackCase.class, threads), suite.of(RawCase.class, threads), 0, runs);
        report.more(
                "suite/raw, " + threads + (threads == 1 ? " thread" : " threads"),
                duel.ours(),
                duel.theirs(),
                OVER_RAW);
    }
}
