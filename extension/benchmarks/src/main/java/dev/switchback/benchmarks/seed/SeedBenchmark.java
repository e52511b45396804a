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
                duel("copy", database, rows, RawCopy::new, arguments.option("runs", RUNS), LIMIT_COPY, report);
            }
            if (isAsked(arguments, "dbunit")) {
                int part = rows / PART_FOR_DBUNIT;
                duel("dbunit", database, part, CleanInsert::new, RUNS_OF_DBUNIT, LIMIT_DBUNIT, report);
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

    /** Somebody who writes the rows that are there when it is made. */
    private interface Peer {

        Contender of(Database database, long rows) throws Exception;
    }

    private static void duel(String name, Database database, int rows, Peer peer, int runs, double limit, Report report)
            throws Exception {
        report.say("%,d rows:".formatted(rows));
        Seeding ours = new Seeding(database, rows);
        ours.run();
        Duel duel = Duel.of(ours, peer.of(database, rows), 1, runs);
        report.ratio("seed/" + name, duel.ours(), duel.theirs(), limit);
    }
}
