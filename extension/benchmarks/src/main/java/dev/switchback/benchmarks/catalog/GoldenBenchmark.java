package dev.switchback.benchmarks.catalog;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.schema.golden.GoldenFile;
import dev.switchback.testfiles.FileUpdates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A large schema against its golden file, beside only reading it. */
public final class GoldenBenchmark implements Benchmark {

    private static final double LIMIT_MILLIS = 250;
    private static final double LIMIT = 2.0;
    private static final int WARM_UPS = 10;
    private static final int RUNS = 15;

    @Override
    public String name() {
        return "golden";
    }

    @Override
    public String summary() {
        return "a schema of 1,000 tables against its golden file, beside only reading it";
    }

    @Override
    public String arguments() {
        return "[TABLES] [--runs=N]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int tables = arguments.numbers(1000).get(0);
        int runs = arguments.option("runs", RUNS);
        Path file = Files.createTempFile("schema", ".golden.sql");
        Files.delete(file);
        try (Server server = Servers.start("");
                Database database = server.create()) {
            ManyTables.create(database, tables);
            Schema schema = read(database);
            GoldenFile golden = GoldenFile.at(file);
            golden.check(schema, FileUpdates.ON);
            report.say(tables + " tables, " + Files.readAllLines(file).size() + " lines:");
            Contender reading = () -> Contender.time(() -> read(database));
            Contender both = () -> Contender.time(() -> compare(golden, read(database)));
            Duel duel = Duel.of(both, reading, WARM_UPS, runs);
            List<Duration> beyond = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                Schema fresh = read(database);
                beyond.add(Contender.time(() -> compare(golden, fresh)));
            }
            report.time("golden", new Timings(beyond), LIMIT_MILLIS);
            report.ratio("golden/read", duel.ours(), duel.theirs(), LIMIT);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Schema read(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Schema.read(connection);
        }
    }

    private static void compare(GoldenFile golden, Schema schema) {
        golden.check(schema, FileUpdates.OFF).ifPresent(failure -> {
            throw new IllegalStateException(failure.message());
        });
    }
}
