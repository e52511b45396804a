package dev.switchback.benchmarks.rows;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.catalog.ManyTables;
import dev.switchback.benchmarks.history.Scripts;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The cost of generated rows: in a round trip, in many tables, and in one large table. */
public final class RowsBenchmark implements Benchmark {

    private static final int STEPS = 400;
    private static final double LIMIT_EMPTY = 2.0;
    private static final int TABLES = 300;
    private static final double LIMIT_FILL = 3.0;
    private static final int ROWS = 1_000_000;
    private static final double LIMIT_GENERATE = 1.3;

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public String summary() {
        return "generated rows: a round trip with and without, 300 tables against bare INSERTs, 1,000,000 rows against fixtures";
    }

    @Override
    public String arguments() {
        return "[STEPS] [empty | fill | generate] [--runs=N]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        List<String> parts = arguments.words();
        try (Server server = Servers.start("")) {
            if (parts.isEmpty() || parts.contains("empty")) {
                roundTrips(server, arguments, report);
            }
            if (parts.isEmpty() || parts.contains("fill")) {
                tables(server, arguments, report);
            }
            if (parts.isEmpty() || parts.contains("generate")) {
                oneTable(server, arguments, report);
            }
        }
    }

    private static void roundTrips(Server server, Arguments arguments, Report report) throws Exception {
        int steps = arguments.numbers(STEPS).get(0);
        report.say(steps + " migrations that hold over generated rows, with them against the same without:");
        try (Scripts scripts = Scripts.overRows(steps)) {
            RoundTripSettings plain = RoundTripSettings.defaults();
            Duel duel = Duel.of(
                    () -> Contender.time(
                            () -> roundTrip(server, scripts, plain.withGeneratedRows(RoundTripRows.GENERATED))),
                    () -> Contender.time(() -> roundTrip(server, scripts, plain)),
                    1,
                    arguments.option("runs", 3));
            report.ratio("rows/empty", duel.ours(), duel.theirs(), LIMIT_EMPTY);
        }
    }

    private static void roundTrip(Server server, Scripts scripts, RoundTripSettings settings) {
        int judged = RoundTrip.of(server, Flyway.configure().locations(scripts.location()), settings)
                .run(step -> {})
                .steps()
                .size();
        if (judged != scripts.all().size()) {
            throw new IllegalStateException(
                    judged + " steps of " + scripts.all().size());
        }
    }

    private static void tables(Server server, Arguments arguments, Report report) throws Exception {
        report.say("Three rows in each of " + TABLES + " tables, against one batch of INSERTs of the same rows:");
        try (Database template = server.create()) {
            ManyTables.create(template, TABLES);
            Duel duel = Duel.of(
                    new Filling(server, template, TABLES),
                    BareInserts.of(server, template, TABLES),
                    2,
                    arguments.option("runs", 9));
            report.ratio("rows/fill", duel.ours(), duel.theirs(), LIMIT_FILL);
        }
    }

    private static void oneTable(Server server, Arguments arguments, Report report) throws Exception {
        report.say("%,d rows in one table, against fixtures that make as many:".formatted(ROWS));
        try (Database empty = server.create()) {
            OneTable table = new OneTable(empty, ROWS);
            Duel duel = Duel.of(table.generated(), table.fixtures(), 1, arguments.option("runs", 5));
            report.ratio("rows/generate", duel.ours(), duel.theirs(), LIMIT_GENERATE);
        }
    }
}
