package dev.switchback.benchmarks.catalog;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.benchmarks.client.PgDump;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** One reading of a large schema. */
public final class CatalogBenchmark implements Benchmark {

    private static final double LIMIT_MILLIS = 400;
    private static final double LIMIT = 0.1;
    private static final double SCHEMA_CRAWLER_LIMIT = 0.05;
    private static final double PG_DUMP_LIMIT = 0.5;
    private static final String PG_DUMP = "pgdump";

    private static final int RUNS = 15;
    private static final int RUNS_OF_PEERS = 3;

    /**
     * A program that reads the same.
     *
     * @param limit how many times its time ours may take at most
     */
    private record Peer(String name, Reader.Reading reading, double limit) {}

    private static final List<Peer> PEERS = List.of(
            new Peer("jooq", Readings::jooq, LIMIT),
            new Peer("schemacrawler", Readings::schemaCrawler, SCHEMA_CRAWLER_LIMIT),
            new Peer("liquibase", Readings::liquibase, LIMIT));

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public String summary() {
        return "reading a schema of 1,000 tables, against jOOQ, SchemaCrawler, Liquibase and pg_dump";
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
                report.ratio("catalog/" + peer.name(), duel.ours(), duel.theirs(), peer.limit());
            }
        }
        if (arguments.words().isEmpty() || arguments.words().contains(PG_DUMP)) {
            againstPgDump(tables, report);
        }
    }

    /** On a server of its own: an older client refuses a newer server. */
    private static void againstPgDump(int tables, Report report) throws Exception {
        OptionalInt newest = PgDump.newestServer();
        if (newest.isEmpty()) {
            report.say("catalog/pgdump is left out: there is no pg_dump on this machine (postgresql-client).");
            return;
        }
        report.say(tables + " tables on PostgreSQL " + newest.getAsInt() + ", the newest that this pg_dump can read:");
        try (Server server = Servers.start(Integer.toString(newest.getAsInt()));
                Database database = server.create()) {
            ManyTables.create(database, tables);
            Reader ours = new Reader(database, Readings::switchback, tables);
            Reader theirs = new Reader(database, connection -> Readings.pgDump(database), tables);
            Duel duel = Duel.of(ours, theirs, RUNS, RUNS);
            report.ratio("catalog/" + PG_DUMP, duel.ours(), duel.theirs(), PG_DUMP_LIMIT);
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
