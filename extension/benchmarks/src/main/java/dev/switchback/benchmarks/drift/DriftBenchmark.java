package dev.switchback.benchmarks.drift;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.catalog.ManyTables;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.List;

/** Two databases with many tables are read and compared. */
public final class DriftBenchmark implements Benchmark {

    private static final double LIMIT = 0.1;
    private static final int WARM_UPS = 10;
    private static final int RUNS = 3;

    private record Peer(String name, Differ.Comparing comparing) {}

    private static final List<Peer> PEERS = List.of(
            new Peer("liquibase", Comparisons::liquibase), new Peer("schemacrawler", Comparisons::schemaCrawler));

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String summary() {
        return "comparing two databases of 1,000 tables, against Liquibase and SchemaCrawler";
    }

    @Override
    public String arguments() {
        return "[TABLES] [PEER...] [--runs=3]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int tables = arguments.numbers(1000).get(0);
        try (Server server = Servers.start("");
                Database one = server.create()) {
            ManyTables.create(one, tables);
            try (Database other = server.copy(one)) {
                Differences.make(other);
                report.say(tables + " tables, " + Differences.COUNT + " differences:");
                Differ ours = new Differ(one, other, Comparisons::switchback);
                for (int i = 0; i < WARM_UPS; i++) {
                    ours.run();
                }
                for (Peer peer : PEERS) {
                    if (arguments.words().isEmpty() || arguments.words().contains(peer.name())) {
                        Differ theirs = new Differ(one, other, peer.comparing());
                        Duel duel = Duel.of(ours, theirs, 0, arguments.option("runs", RUNS));
                        report.ratio("drift/" + peer.name(), duel.ours(), duel.theirs(), LIMIT);
                    }
                }
            }
        }
    }
}
