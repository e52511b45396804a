package dev.switchback.benchmarks.lint;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Timings;
import dev.switchback.lint.Lint;
import dev.switchback.lint.LintReport;
import dev.switchback.lint.LintSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;

/** The rules on files and history, over a repository with many migrations of which a branch has changed some. */
public final class HistoryBenchmark implements Benchmark {

    private static final double LIMIT_MILLIS = 2000;
    private static final int FILES = 5000;
    private static final int CHANGED = 20;
    private static final int RUNS = 9;

    @Override
    public String name() {
        return "lint/history";
    }

    @Override
    public String summary() {
        return "rules on files and history over 5,000 migrations in a git repository";
    }

    @Override
    public String arguments() {
        return "[FILES] [--runs=N]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int files = arguments.numbers(FILES).get(0);
        Path project = Files.createTempDirectory("switchback-lint");
        try {
            Path folder = commit(project, files);
            Configuration flyway = Flyway.configure().locations("filesystem:" + folder);
            LintSettings settings = LintSettings.defaults().with("version-gap", "version-taken-on-branch");
            List<Duration> runs = new ArrayList<>();
            for (int i = 0; i < arguments.option("runs", RUNS); i++) {
                runs.add(Contender.time(() -> check(Lint.ofFiles(flyway, settings))));
            }
            report.say(files + " migrations, " + CHANGED + " of them edited on a branch; rules on files and history:");
            report.time("lint/history, first run", new Timings(runs.subList(0, 1)), LIMIT_MILLIS);
            report.time("lint/history", new Timings(runs), LIMIT_MILLIS);
        } finally {
            delete(project);
        }
    }

    private static void check(LintReport report) {
        if (report.findings().size() != CHANGED) {
            throw new IllegalStateException("Unexpected findings:\n" + report);
        }
    }

    private static Path commit(Path project, int files) throws Exception {
        Path folder = Files.createDirectories(project.resolve("src/main/resources/db/migration"));
        for (int i = 1; i <= files; i++) {
            Files.writeString(folder.resolve("V" + i + "__add_table_" + i + ".sql"), table(i, "text"));
        }
        try (Git git = Git.init()
                .setDirectory(project.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Migrations")
                    .setAuthor("Ada", "ada@example.org")
                    .setCommitter("Ada", "ada@example.org")
                    .setSign(false)
                    .call();
            git.gc().call();
            git.checkout().setCreateBranch(true).setName("feature").call();
        }
        for (int i = 1; i <= CHANGED; i++) {
            int edited = i * (files / CHANGED);
            Files.writeString(
                    folder.resolve("V" + edited + "__add_table_" + edited + ".sql"), table(edited, "varchar(80)"));
        }
        return folder;
    }

    private static String table(int number, String type) {
        return """
                -- Table %1$d
                CREATE TABLE table_%1$d (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    name %2$s NOT NULL,
                    created_at timestamptz NOT NULL DEFAULT now()
                );
                CREATE INDEX table_%1$d_name_idx ON table_%1$d (name);
                """
                .formatted(number, type);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
