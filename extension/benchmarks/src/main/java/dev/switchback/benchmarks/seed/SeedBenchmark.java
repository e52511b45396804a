package dev.switchback.benchmarks.seed;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.List;

/** A table is filled with many rows. */
public final class SeedBenchmark implements Benchmark {

    private static final int ROWS = 1_000_000;
    private static final int RUNS = 5;
    private static final double LIMIT_COPY = 1.25;
    private static final int HEAP = 200;

    /** DbUnit needs most of a minute for a million rows, and the data set itself a good deal of memory. */
    private static final int PART_FOR_DBUNIT = 10;

    private static final int RUNS_OF_DBUNIT = 3;
    private static final double LIMIT_DBUNIT = 0.1;

    @Override
    public String name() {
        return "seed";
    }

    @Override
    public String summary() {
        return "filling a table with 1,000,000 rows of nine columns, against COPY and DbUnit";
    }

    @Override
    public String arguments() {
        return "[ROWS] [copy | dbunit | heap] [--runs=5]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int rows = arguments.numbers(ROWS).get(0);
        try (Server server = Servers.start("");
                Database database = server.create()) {
            Orders.create(database);
            if (isAsked(arguments, "copy")) {
                duel(
                        "copy",
                        database,
                        rows,
                        new RawCopy(database, rows),
                        arguments.option("runs", RUNS),
                        LIMIT_COPY,
                        report);
            }
            if (isAsked(arguments, "dbunit")) {
                int part = rows / PART_FOR_DBUNIT;
                duel("dbunit", database, part, new CleanInsert(database, part), RUNS_OF_DBUNIT, LIMIT_DBUNIT, report);
            }
        }
        if (isAsked(arguments, "heap")) {
            report.limit(
                    "runs of %,d rows that fail with a heap of %d MB".formatted(rows, HEAP),
                    SmallHeap.suffices(HEAP, rows) ? 0 : 1,
                    0);
        }
    }

    private static boolean isAsked(Arguments arguments, String part) {
        List<String> words = arguments.words();
        return words.isEmpty() || words.contains(part);
    }

    private static void duel(
            String peer, Database database, int rows, Contender theirs, int runs, double limit, Report report)
            throws Exception {
        report.say("%,d rows:".formatted(rows));
        Duel duel = Duel.of(new Seeding(database, rows), theirs, 1, runs);
        report.ratio("seed/" + peer, duel.ours(), duel.theirs(), limit);
    }
}
