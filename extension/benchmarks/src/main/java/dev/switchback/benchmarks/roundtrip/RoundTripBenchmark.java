package dev.switchback.benchmarks.roundtrip;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.benchmarks.client.PgDump;
import dev.switchback.benchmarks.history.Scripts;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** The round trip over long histories. */
public final class RoundTripBenchmark implements Benchmark {

    private static final double RAW_LIMIT = 5.0;
    private static final double PG_DUMP_LIMIT = 0.1;
    private static final double LINEAR_LIMIT = 1.5;
    private static final double AGAIN_LIMIT = 0.1;

    private static final int AGAIN_STEPS = 400;
    private static final int AGAIN_RUNS = 3;

    private static final int WARM_UPS = 2;

    private static final int PG_DUMP_STEPS = 100;
    private static final int PG_DUMP_RUNS = 3;

    @Override
    public String name() {
        return "roundtrip";
    }

    @Override
    public String summary() {
        return "up, down and up again of every migration, against the bare scripts, Flyway with pg_dump, and itself once more";
    }

    @Override
    public String arguments() {
        return "[SIZE...] [--runs=N] [--warmups=N] [--parallelism=N] [--again=N] [--no-pgdump]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        List<Timings> perMigration = new ArrayList<>();
        List<Integer> sizes = arguments.numbers(100, 200, 400, 800);
        try (Server server = Servers.start("")) {
            if (arguments.option("warmups", WARM_UPS) > 0) {
                settle(server, Collections.max(sizes), settings(arguments));
            }
            for (int size : sizes) {
                perMigration.add(againstRaw(server, size, arguments, report).per(size));
            }
        }
        int last = sizes.size() - 1;
        if (last > 0) {
            report.say("One migration of " + sizes.get(last) + " against one of " + sizes.get(0) + ":");
            report.ratio("roundtrip/linear", perMigration.get(last), perMigration.get(0), LINEAR_LIMIT);
        }
        again(arguments, report);
        if (!arguments.has("no-pgdump")) {
            againstPgDump(settings(arguments), Math.min(PG_DUMP_RUNS, arguments.option("runs", PG_DUMP_RUNS)), report);
        }
    }

    /** Lets the JVM compile what it will: otherwise the first size would be measured with another program than the last. */
    private static void settle(Server server, int size, RoundTripSettings settings) throws Exception {
        try (Scripts scripts = Scripts.generate(size)) {
            Duel.of(new WithSwitchback(server, scripts, settings), new Raw(server, scripts), 0, 1);
        }
    }

    private static RoundTripSettings settings(Arguments arguments) {
        return RoundTripSettings.defaults()
                .withParallelism(arguments.option("parallelism", RoundTripSettings.DEFAULT_PARALLELISM));
    }

    private static Timings againstRaw(Server server, int size, Arguments arguments, Report report) throws Exception {
        RoundTripSettings settings = settings(arguments);
        report.say(size + " migrations, in parts of which up to " + settings.parallelism() + " run at the same time:");
        try (Scripts scripts = Scripts.generate(size)) {
            Duel duel = Duel.of(
                    new WithSwitchback(server, scripts, settings),
                    new Raw(server, scripts),
                    arguments.option("warmups", WARM_UPS),
                    arguments.option("runs", 5));
            report.ratio("roundtrip/raw", duel.ours(), duel.theirs(), RAW_LIMIT);
            return duel.ours();
        }
    }

    private static void again(Arguments arguments, Report report) throws Exception {
        int steps = arguments.option("again", AGAIN_STEPS);
        if (steps == 0) {
            return;
        }
        report.say(steps + " migrations that an earlier run has judged and one more, against that earlier run:");
        try (Server server = Servers.start("");
                Scripts scripts = Scripts.generate(steps + 1)) {
            UnchangedHistory history = new UnchangedHistory(server, scripts, settings(arguments));
            try {
                history.before().run();
                Duel duel = Duel.of(
                        history.after(),
                        history.before(),
                        0,
                        Math.min(AGAIN_RUNS, arguments.option("runs", AGAIN_RUNS)));
                report.ratio("roundtrip/again", duel.ours(), duel.theirs(), AGAIN_LIMIT);
            } finally {
                history.close();
            }
        }
    }

    private static void againstPgDump(RoundTripSettings settings, int runs, Report report) throws Exception {
        OptionalInt newest = PgDump.newestServer();
        if (newest.isEmpty()) {
            report.say("roundtrip/pgdump is left out: there is no pg_dump on this machine (postgresql-client).");
            return;
        }
        int major = newest.getAsInt();
        report.say(PG_DUMP_STEPS + " migrations on PostgreSQL " + major + ", the newest that this pg_dump can read:");
        try (Server server = Servers.start(Integer.toString(major));
                Scripts scripts = Scripts.generate(PG_DUMP_STEPS)) {
            Duel duel = Duel.of(new WithSwitchback(server, scripts, settings), new ByHand(server, scripts), 0, runs);
            report.ratio("roundtrip/pgdump", duel.ours(), duel.theirs(), PG_DUMP_LIMIT);
        }
    }
}
