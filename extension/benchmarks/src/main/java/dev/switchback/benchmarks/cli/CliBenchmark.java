package dev.switchback.benchmarks.cli;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.migration.Migrations;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * Calls of the jar, with a class path on which the migrations in Java are, too: the time of each, and the most memory that it has. With {@code --against=OTHER.jar}
 * another jar does the same by turns.
 */
public final class CliBenchmark implements Benchmark {

    private static final Map<String, Double> LIMITS = new LinkedHashMap<>();
    private static final int MEGABYTES = 512;
    private static final String LOCATION = "classpath:db/migration";

    static {
        LIMITS.put("status", 1500.0);
        LIMITS.put("check", 8000.0);
    }

    @Override
    public String name() {
        return "cli";
    }

    @Override
    public String summary() {
        return "status and check of the command line on the quickstart: the time of a call, and its memory";
    }

    @Override
    public String arguments() {
        return "[--jar=FILE] [--against=OTHER.jar] [--classes=FOLDER] [--runs=5]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        Map<String, Path> jars = new LinkedHashMap<>();
        String own = arguments.text("jar", "");
        jars.put("", own.isEmpty() ? built() : Path.of(own).toAbsolutePath());
        String other = arguments.text("against", "");
        if (!other.isEmpty()) {
            jars.put(" against", Path.of(other).toAbsolutePath());
        }
        Path classes = Path.of(arguments.text("classes", "examples/quickstart/target/classes"))
                .toAbsolutePath();
        try (Server server = Servers.start("");
                Database database = migrated(server, classes)) {
            Map<String, String> environment = Map.of(
                    "SWITCHBACK_URL", database.url(),
                    "SWITCHBACK_USER", database.user(),
                    "SWITCHBACK_PASSWORD", database.password(),
                    "SWITCHBACK_REPORT", "off");
            for (Map.Entry<String, Double> limit : LIMITS.entrySet()) {
                List<String> call = List.of(limit.getKey(), "--locations", LOCATION);
                measure(jars, classes, environment, call, arguments.option("runs", 5))
                        .forEach((jar, runs) -> tell(report, limit.getKey() + jar, limit.getValue(), runs));
            }
        }
    }

    private static Database migrated(Server server, Path classes) throws IOException {
        Database database = server.create();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, CliBenchmark.class.getClassLoader())) {
            Migrations.of(Flyway.configure(loader)
                            .dataSource(database.dataSource())
                            .locations(LOCATION)
                            .load())
                    .up();
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** By turns, after one call each that does not count: it may unpack PostgreSQL. */
    private static Map<String, List<CommandRun>> measure(
            Map<String, Path> jars, Path classes, Map<String, String> environment, List<String> call, int runs)
            throws Exception {
        Map<String, List<CommandRun>> all = new LinkedHashMap<>();
        for (int i = -1; i < runs; i++) {
            for (Map.Entry<String, Path> jar : jars.entrySet()) {
                CommandRun run = CommandRun.of(jar.getValue(), classes, environment, call);
                if (i >= 0) {
                    all.computeIfAbsent(jar.getKey(), first -> new ArrayList<>())
                            .add(run);
                }
            }
        }
        return all;
    }

    private static void tell(Report report, String call, double limit, List<CommandRun> runs) {
        report.time(
                "cli/" + call, new Timings(runs.stream().map(CommandRun::time).toList()), limit);
        report.limit(
                "megabytes of " + call,
                runs.stream().mapToInt(CommandRun::megabytes).max().orElse(0),
                MEGABYTES);
    }

    private static Path built() throws IOException {
        Path target = Path.of("extension/cli/target").toAbsolutePath();
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "There is no jar of the command line in " + target
                                            + ". Make it, or name one with --jar: mvn -pl extension/cli,examples/quickstart -am package -DskipTests"));
        }
    }
}
