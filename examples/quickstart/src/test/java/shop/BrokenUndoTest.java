package shop;

import static org.assertj.core.api.Assertions.assertThat;

import db.migration.V9__Normalise_phone_numbers;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Verdict;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Common mistakes in undo scripts, and what their authors read then. Each folder under {@code broken-undo} puts one bad
 * undo in the place of the good one, or none; its {@code expected.txt} is the message. After a change of the messages:
 * {@code mvn test -Dtest=BrokenUndoTest -Dexpected.update=true}, and read the difference.
 */
class BrokenUndoTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path CASES = Path.of("src/test/resources/broken-undo");

    private static final RoundTripSettings NEWEST = RoundTripSettings.defaults().withMode(RoundTripMode.LATEST);

    @AutoClose
    private static final Server SERVER =
            Server.start(ServerProviders.installed().choose(""), ServerRequest.defaults());

    static List<Path> cases() throws IOException {
        return filesIn(CASES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isFound(Path broken, @TempDir Path folder) throws IOException {
        String version = broken.getFileName().toString().replaceAll("^V(\\d+)-.*", "$1");
        copyScripts(MIGRATIONS, folder);
        remove("U" + version + "__", folder);
        copyScripts(broken, folder);

        MigrationStep step = newestStep(folder, version);

        assertThat(step.verdict()).isInstanceOf(Verdict.Failed.class);
        assertMessage(broken.resolve("expected.txt"), message(step).replace(folder.toString(), "db/migration"));
    }

    private static MigrationStep newestStep(Path folder, String version) {
        Configuration flyway = Flyway.configure()
                .locations("filesystem:" + folder)
                .javaMigrations(new V9__Normalise_phone_numbers())
                .target(version);
        List<MigrationStep> steps =
                RoundTrip.of(SERVER, flyway, NEWEST).run(step -> {}).steps();
        assertThat(steps).extracting(step -> step.migration().version()).containsExactly(version);
        return steps.get(0);
    }

    private static String message(MigrationStep step) {
        return ((Verdict.Failed) step.verdict())
                .findings().stream().map(Finding::text).collect(Collectors.joining("\n"));
    }

    private static void assertMessage(Path expected, String message) throws IOException {
        if (Boolean.getBoolean("expected.update")) {
            Files.writeString(expected, message);
        }
        assertThat(expected).hasContent(message);
    }

    private static void copyScripts(Path from, Path to) throws IOException {
        for (Path file : filesIn(from)) {
            if (file.toString().endsWith(".sql")) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void remove(String prefix, Path folder) throws IOException {
        for (Path file : filesIn(folder)) {
            if (file.getFileName().toString().startsWith(prefix)) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
