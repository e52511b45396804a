package dev.switchback.benchmarks.roundtrip;

import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.history.Script;
import dev.switchback.benchmarks.history.Scripts;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Verdict;
import dev.switchback.provision.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A history that is judged, gets one migration more, and is judged again by a run that finds what the first has kept. */
final class UnchangedHistory {

    private final Server server;
    private final Scripts scripts;
    private final RoundTripSettings settings;

    /** @param scripts the history with the new migration as its last */
    UnchangedHistory(Server server, Scripts scripts, RoundTripSettings settings) {
        this.server = server;
        this.scripts = scripts;
        this.settings = settings;
    }

    /** The run before: nothing is known, and the new migration is not there. What it keeps is removed before each run. */
    Contender before() {
        return () -> {
            Path kept = kept();
            remove(kept);
            hideNewest();
            try {
                return judge(kept, 0, scripts.all().size() - 1);
            } finally {
                showNewest();
            }
        };
    }

    /** The run after: all is known but the new migration. It finds what the run before has kept, and leaves it so. */
    Contender after() {
        return () -> {
            Path copy = copy(kept());
            try {
                return judge(copy, scripts.all().size() - 1, scripts.all().size());
            } finally {
                remove(copy);
            }
        };
    }

    private Duration judge(Path kept, int known, int all) throws Exception {
        RoundTripResult[] result = new RoundTripResult[1];
        Duration time = Contender.time(() -> result[0] = RoundTrip.of(
                        server, Flyway.configure().locations(scripts.location()), settings.withCache(kept))
                .run(step -> {}));
        List<MigrationStep> steps = result[0].steps();
        if (result[0].known().size() != known
                || steps.size() != all
                || !steps.stream().allMatch(step -> step.verdict() instanceof Verdict.Passed)) {
            throw new IllegalStateException("%d steps of %d, %d of them known instead of %d"
                    .formatted(steps.size(), all, result[0].known().size(), known));
        }
        return time;
    }

    private Path kept() {
        return scripts.folder().resolveSibling(scripts.folder().getFileName() + "-kept");
    }

    private void hideNewest() throws IOException {
        Script newest = scripts.all().get(scripts.all().size() - 1);
        for (String file : List.of(newest.upFile(), newest.downFile())) {
            move(scripts.folder().resolve(file), scripts.folder().resolve(file + ".later"));
        }
    }

    private void showNewest() throws IOException {
        Script newest = scripts.all().get(scripts.all().size() - 1);
        for (String file : List.of(newest.upFile(), newest.downFile())) {
            move(scripts.folder().resolve(file + ".later"), scripts.folder().resolve(file));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path copy(Path folder) throws IOException {
        Path copy = Files.createTempDirectory("switchback-benchmark-kept");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** Removes a folder of files. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(UnchangedHistory::delete);
        }
        Files.delete(folder);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what was kept at last. */
    void close() throws IOException {
        remove(kept());
    }
}
