package dev.switchback.benchmarks.clone;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.benchmarks.reseed.SmallShop;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.Template;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Copies of a template: one that waits, and one after the other as fast as they come. */
public final class CloneBenchmark implements Benchmark {

    private static final double LIMIT_MILLIS = 0.5;
    private static final double LIMIT = 1.1;
    private static final double LIMIT_ZONKY = 0.5;
    private static final int IN_A_ROW = 10;

    @Override
    public String name() {
        return "clone";
    }

    @Override
    public String summary() {
        return "copies of a template of 100 tables, handed over and in a row, against CREATE DATABASE ... TEMPLATE and zonky";
    }

    @Override
    public String arguments() {
        return "[TABLES] [--runs=100] [--no-zonky]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int tables = arguments.numbers(100).get(0);
        int runs = arguments.option("runs", 100);
        try (Server server = Servers.start("");
                Database raw = server.create()) {
            SmallShop.create(raw, tables);
            Template template = server.template("clone", database -> create(database, tables));
            try (Database administrative = server.create();
                    Connection connection = administrative.dataSource().getConnection()) {
                report.time("clone, handed over", handedOver(template, runs), LIMIT_MILLIS);
                // not by turns: the next of ours would be made in the time of the others
                Timings ours = times(new InARow(template), runs);
                Timings theirs = times(new RawCopies(connection, raw.name()), runs);
                report.ratio("clone/raw", ours.per(IN_A_ROW), theirs.per(IN_A_ROW), LIMIT);
                if (!arguments.has("no-zonky")) {
                    zonky(template, tables, runs, report);
                }
            }
        }
    }

    /** A new database, in a suite whose tests take a tenth of a second. */
    private static void zonky(Template template, int tables, int runs, Report report) throws Exception {
        Deque<Database> taken = new ArrayDeque<>();
        Contender ours = () -> Contender.time(() -> taken.add(template.clone()));
        Contender theirs = ZonkyRefresh.of(tables);
        List<Duration> our = new ArrayList<>();
        List<Duration> their = new ArrayList<>();
        for (int i = 0; i < runs + 10; i++) {
            Duration time = ours.run();
            Duration other = theirs.run();
            if (i >= 10) {
                our.add(time);
                their.add(other);
            }
            Thread.sleep(100);
            taken.remove().close();
        }
        report.ratio("clone/zonky", new Timings(our), new Timings(their), LIMIT_ZONKY);
    }

    /** A test that takes longer than a copy finds the next one ready. */
    private static Timings handedOver(Template template, int runs) throws Exception {
        List<Duration> times = new ArrayList<>();
        Deque<Database> taken = new ArrayDeque<>();
        for (int i = 0; i < runs + 10; i++) {
            Duration time = Contender.time(() -> taken.add(template.clone()));
            if (i >= 10) {
                times.add(time);
            }
            Thread.sleep(100);
            taken.remove().close();
        }
        return new Timings(times);
    }

    private static Timings times(Contender contender, int copies) throws Exception {
        List<Duration> times = new ArrayList<>();
        contender.run();
        for (int i = 0; i < copies; i += IN_A_ROW) {
            times.add(contender.run());
        }
        return new Timings(times);
    }

    private static void create(Database database, int tables) {
        try {
            SmallShop.create(database, tables);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ours: taken and given back at once, while the next one is made in the background. */
    private record InARow(Template template) implements Contender {

        @Override
        public Duration run() throws Exception {
            return Contender.time(() -> {
                for (int i = 0; i < IN_A_ROW; i++) {
                    template.clone().close();
                }
            });
        }
    }

    /** One connection, the quickest strategy that this server has, and nothing else. */
    private record RawCopies(Connection connection, String original) implements Contender {

        @Override
        public Duration run() throws Exception {
            return Contender.time(() -> {
                try (Statement statement = connection.createStatement()) {
                    for (int i = 0; i < IN_A_ROW; i++) {
                        statement.execute("CREATE DATABASE raw_copy TEMPLATE " + original + " STRATEGY file_copy");
                        statement.execute("DROP DATABASE raw_copy");
                    }
                }
            });
        }
    }
}
