package dev.switchback.benchmarks.reseed;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.fixture.reset.Snapshot;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Three tables change among many, and the whole database is as before. */
public final class ResetBenchmark implements Benchmark {

    private static final double FEW_MILLIS = 1.0;
    private static final double MANY_MILLIS = 1.5;
    private static final int TOUCHED = 3;
    private static final int WARM_UPS = 200;
    private static final int RUNS = 1000;

    @Override
    public String name() {
        return "reset";
    }

    @Override
    public String summary() {
        return "3 tables touched among 100 and 1,000, against TRUNCATE and DELETE of all, Database Rider and a new copy";
    }

    @Override
    public String arguments() {
        return "[--runs=20]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int runs = arguments.option("runs", 20);
        try (Server server = Servers.start("")) {
            Timings ours = ours(server, 100);
            report.time("reset, 100 tables", ours, FEW_MILLIS);
            report.time("reset, 1,000 tables", ours(server, 1000), MANY_MILLIS);
            // the peers have a server of their own, as in a build that has only one of them
            try (Server theirs = Servers.start("")) {
                report.ratio("reset/truncate", ours, peer(theirs, runs, SmallShop.truncation(100)), 0.05);
                report.ratio("reset/rider", ours, rider(theirs, runs), 0.05);
                report.ratio("reset/delete", ours, peer(theirs, runs, SmallShop.deletion(100)), 0.5);
                report.ratio("reset/clone", ours, copies(theirs, runs), 0.1);
            }
        }
    }

    private static Timings ours(Server server, int tables) throws Exception {
        try (Database database = server.create()) {
            SmallShop.create(database, tables);
            try (Connection test = database.dataSource().getConnection();
                    Snapshot snapshot = Snapshot.of(database.dataSource())) {
                return times(new Reseeding(test, TOUCHED, snapshot::restore), WARM_UPS, RUNS);
            }
        }
    }

    /** All tables are emptied in one call, and the rows are inserted again. */
    private static Timings peer(Server server, int runs, String emptying) throws Exception {
        try (Database database = server.create()) {
            SmallShop.create(database, 100);
            try (Connection test = database.dataSource().getConnection();
                    Connection connection = database.dataSource().getConnection()) {
                return times(
                        new Reseeding(test, TOUCHED, () -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute(emptying + SmallShop.inserts());
                            }
                        }),
                        3,
                        runs);
            }
        }
    }

    private static Timings rider(Server server, int runs) throws Exception {
        try (Database database = server.create()) {
            SmallShop.create(database, 100);
            try (Connection test = database.dataSource().getConnection()) {
                return times(new Reseeding(test, TOUCHED, ReseedBenchmark.rider(test)), 3, runs);
            }
        }
    }

    /** A new database with a first session, in place of the old one. */
    private static Timings copies(Server server, int runs) throws Exception {
        try (Database original = server.create();
                Database administrative = server.create();
                Connection connection = administrative.dataSource().getConnection()) {
            SmallShop.create(original, 100);
            String url = original.url().replace(original.name(), "reset_copy");
            return times(
                    () -> Contender.time(() -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("DROP DATABASE IF EXISTS reset_copy");
                            statement.execute(
                                    "CREATE DATABASE reset_copy TEMPLATE " + original.name() + " STRATEGY file_copy");
                        }
                        DriverManager.getConnection(url, original.user(), original.password())
                                .close();
                    }),
                    3,
                    runs);
        }
    }

    private static Timings times(Contender contender, int warmUps, int runs) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            contender.run();
        }
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            times.add(contender.run());
        }
        return new Timings(times);
    }
}
