package dev.switchback.benchmarks.catalog;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One reading of a large schema. */
public final class CatalogBenchmark implements Benchmark {

    private static final double LIMIT_MILLIS = 400;
    private static final double LIMIT = 0.1;

    private static final int RUNS = 15;
    private static final int RUNS_OF_PEERS = 3;

    private record Peer(String name, Reader.Reading reading) {}

    private static final List<Peer> PEERS = List.of(
            new Peer("jooq", Readings::jooq),
            new Peer("schemacrawler", Readings::schemaCrawler),
            new Peer("liquibase", Readings::liquibase));

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public String summary() {
        return "reading a schema of 1,000 tables, against jOOQ, SchemaCrawler and Liquibase";
    }

    @Override
    public String arguments() {
        return "[TABLES] [none | PEER...]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int tables = arguments.numbers(1000).get(0);
        try (Server server = Servers.start("");
                Database database = server.create()) {
            ManyTables.create(database, tables);
            report.say(tables + " tables:");
            Reader ours = new Reader(database, Readings::switchback, tables);
            alone(ours, report);
            for (Peer peer : peers(arguments)) {
                Reader theirs = new Reader(database, peer.reading(), tables);
                // Ours is warm by now, and what the first of three runs of a peer costs more is not its median.
                Duel duel = Duel.of(ours, theirs, 0, RUNS_OF_PEERS);
                report.ratio("catalog/" + peer.name(), duel.ours(), duel.theirs(), LIMIT);
            }
        }
    }

    private static List<Peer> peers(Arguments arguments) {
        List<String> asked = arguments.words();
        return PEERS.stream()
                .filter(peer -> asked.isEmpty() || asked.contains(peer.name()))
                .toList();
    }

    private static void alone(Reader ours, Report report) throws Exception {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 2 * RUNS; i++) {
            times.add(ours.run());
        }
        report.time("catalog", new Timings(times.subList(RUNS, times.size())), LIMIT_MILLIS);
    }
}
