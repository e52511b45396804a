package dev.switchback.benchmarks.report;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.benchmarks.history.Scripts;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.report.HistoryReport;
import dev.switchback.report.ReportFiles;
import dev.switchback.report.ScriptFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The page of a long history: how long it takes to write, and how large it is. */
public final class ReportBenchmark implements Benchmark {

    private static final int STEPS = 1000;
    private static final int RUNS = 3;
    private static final double MILLIS = 3000;
    private static final int KILOBYTES = 10_240;

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String summary() {
        return "the report of a long history: the time that it takes, and its size";
    }

    @Override
    public String arguments() {
        return "[--steps=N] [--runs=N]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int steps = arguments.option("steps", STEPS);
        try (Server server = Servers.start("");
                Scripts scripts = Scripts.generate(steps)) {
            RoundTripResult result = RoundTrip.of(
                            server, Flyway.configure().locations(scripts.location()), RoundTripSettings.defaults())
                    .run(step -> {});
            report.say(steps + " migrations:");
            Path page = Files.createTempDirectory("switchback-report").resolve("report.html");
            List<Duration> times = new ArrayList<>();
            for (int run = 0; run < arguments.option("runs", RUNS); run++) {
                times.add(Contender.time(() -> write(scripts, result, page)));
            }
            report.time("report/write", new Timings(times), MILLIS);
            report.limit("kilobytes of HTML", (int) (Files.size(page) / 1024), KILOBYTES);
        }
    }

    private static void write(Scripts scripts, RoundTripResult result, Path page) throws Exception {
        HistoryReport history =
                new HistoryReport(ScriptFiles.in(scripts.folder(), List.of(scripts.location()))).with(result);
        ReportFiles.at(page).add(List.of(history.judged(scripts.location(), Instant.now())));
    }
}
