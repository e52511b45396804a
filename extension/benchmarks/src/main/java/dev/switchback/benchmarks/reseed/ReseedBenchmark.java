package dev.switchback.benchmarks.reseed;

import com.github.database.rider.core.api.configuration.Orthography;
import com.github.database.rider.core.configuration.DBUnitConfig;
import com.github.database.rider.core.configuration.DataSetConfig;
import com.github.database.rider.core.dataset.DataSetExecutorImpl;
import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.fixture.reset.Snapshot;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows come back between tests. */
public final class ReseedBenchmark implements Benchmark {

    private static final double LIMIT_MILLIS = 3;
    private static final double LIMIT = 0.1;
    private static final int SOME = 3;
    private static final int WARM_UPS = 100;

    @Override
    public String name() {
        return "reseed";
    }

    @Override
    public String summary() {
        return "10 tables of 5 rows between tests, among 200 tables, against Database Rider and TRUNCATE";
    }

    @Override
    public String arguments() {
        return "[TABLES] [--runs=20]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int tables = arguments.numbers(200).get(0);
        int runs = arguments.option("runs", 20);
        // each has a server of its own, as in a build that has only one of them
        try (Server server = Servers.start("");
                Server otherServer = Servers.start("");
                Database ours = seeded(server, tables);
                Database rider = seeded(otherServer, tables);
                Database truncated = seeded(otherServer, tables);
                Connection test = ours.dataSource().getConnection();
                Connection testOfRider = rider.dataSource().getConnection();
                Connection testOfTruncate = truncated.dataSource().getConnection();
                Connection connection = truncated.dataSource().getConnection();
                Snapshot snapshot = Snapshot.of(ours.dataSource())) {
            report.say(
                    tables + " tables, " + SmallShop.SEEDED + " of them seeded; a test changes " + SOME + " or all:");
            Contender all = new Reseeding(test, SmallShop.SEEDED, snapshot::restore);
            Contender some = new Reseeding(test, SOME, snapshot::restore);
            Duel own = Duel.of(all, some, WARM_UPS, 1000);
            report.time("reseed", own.ours(), LIMIT_MILLIS);
            report.time("reseed, " + SOME + " tables", own.theirs(), LIMIT_MILLIS);
            Duel byRider = Duel.of(all, new Reseeding(testOfRider, SmallShop.SEEDED, rider(testOfRider)), 3, runs);
            report.ratio("reseed/rider", byRider.ours(), byRider.theirs(), LIMIT);
            // not by turns: what truncation tells all sessions of the server makes any of them plan anew
            Contender truncation = new Reseeding(testOfTruncate, SmallShop.SEEDED, () -> truncate(connection));
            List<Duration> truncations = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                truncations.add(truncation.run());
            }
            report.ratio("reseed/truncate", own.ours(), new Timings(truncations), LIMIT);
        }
    }

    private static Database seeded(Server server, int tables) throws Exception {
        Database database = server.create();
        SmallShop.create(database, tables);
        return database;
    }

    /**
     * The work of {@code @DataSet("reseed.yml")} before a test: CLEAN_INSERT, tables ordered by their foreign keys. Names in lower
     * case have to be asked for on PostgreSQL; in upper case every foreign key is a cycle.
     */
    public static Contender.Work rider(Connection connection) {
        DBUnitConfig names = new DBUnitConfig("reseed").caseInsensitiveStrategy(Orthography.LOWERCASE);
        DataSetExecutorImpl executor = DataSetExecutorImpl.instance("reseed", () -> connection, names);
        return () -> executor.createDataSet(new DataSetConfig("reseed.yml"));
    }

    private static void truncate(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SmallShop.truncation() + SmallShop.inserts());
        }
    }
}
