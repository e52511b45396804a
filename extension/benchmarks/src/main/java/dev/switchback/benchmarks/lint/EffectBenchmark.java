package dev.switchback.benchmarks.lint;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.history.Scripts;
import dev.switchback.lint.Lint;
import dev.switchback.lint.LintReport;
import dev.switchback.lint.LintSettings;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The lint by effect of a long history, against Flyway that only applies it. */
public final class EffectBenchmark implements Benchmark {

    private static final double LIMIT = 1.5;
    private static final int MIGRATIONS = 400;
    private static final int RUNS = 5;

    @Override
    public String name() {
        return "lint/apply";
    }

    @Override
    public String summary() {
        return "the lint of 400 migrations by what they do, against only applying them";
    }

    @Override
    public String arguments() {
        return "[MIGRATIONS] [--runs=N] [--undos]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int size = arguments.numbers(MIGRATIONS).get(0);
        boolean withUndos = arguments.has("undos");
        try (Server server = Servers.start("");
                Scripts scripts = Scripts.generate(size)) {
            if (!withUndos) {
                removeUndos(scripts.folder());
            }
            FluentConfiguration flyway = Flyway.configure().locations(scripts.location());
            Duel duel = Duel.of(
                    () -> Contender.time(() -> lint(server, flyway, size)),
                    () -> Contender.time(() -> apply(server, scripts, size)),
                    1,
                    arguments.option("runs", RUNS));
            report.say("%d migrations, %s undo scripts:".formatted(size, withUndos ? "with" : "without"));
            report.ratio("lint/apply", duel.ours(), duel.theirs(), LIMIT);
        }
    }

    private static void lint(Server server, FluentConfiguration flyway, int size) {
        LintReport report = Lint.of(server, flyway, LintSettings.defaults()).run();
        if (report.migrations().size() != size) {
            throw new IllegalStateException("Not all migrations were judged:\n" + report);
        }
    }

    /** A database of its own is made and dropped here, too. */
    private static void apply(Server server, Scripts scripts, int size) {
        try (Database database = server.create()) {
            int applied = Flyway.configure()
                    .locations(scripts.location())
                    .dataSource(database.dataSource())
                    .load()
                    .migrate()
                    .migrationsExecuted;
            if (applied != size) {
                throw new IllegalStateException("Only %d migrations were applied.".formatted(applied));
            }
        }
    }

    private static void removeUndos(Path folder) throws IOException {
        List<Path> undos;
        try (Stream<Path> files = Files.list(folder)) {
            undos = files.filter(file -> String.valueOf(file.getFileName()).startsWith("U"))
                    .toList();
        }
        for (Path undo : undos) {
            Files.delete(undo);
        }
    }
}
