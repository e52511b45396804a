package dev.switchback.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The complete project of the getting-started page, built as a stranger would build it. */
class FirstRunTests {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path PROJECT = ROOT.resolve("examples/first-run");
    private static final Pattern TABLE = Pattern.compile("  V\\d+  .*   ok");

    @BeforeAll
    static void mavenIsThere() throws IOException, InterruptedException {
        MavenRun.assumeMaven();
    }

    @Test
    void thePageHasEachFile() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/getting-started.md"));
        for (Path file : files()) {
            assertThat(page).as("%s", file).contains(Files.readString(file));
        }
    }

    @Test
    void aTableIsPrintedAndNothingElse(@TempDir Path folder) throws IOException, InterruptedException {
        MavenRun run = MavenRun.of(project(folder), repository(folder), "test", "-Dswitchback.progress=none");

        assertThat(run.isSuccess()).as(run.text()).isTrue();
        List<String> ours = run.lines().stream()
                .filter(line -> !line.startsWith("[INFO]") && !line.isBlank())
                .toList();
        assertThat(ours).hasSize(2).allMatch(line -> TABLE.matcher(line).matches());
        // 38 of them are Maven's own, which it prints for an empty test, too
        assertThat(run.lines()).as(run.text()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void aBrokenUndoIsToldOnceInFull(@TempDir Path folder) throws IOException, InterruptedException {
        Path project = project(folder);
        Files.writeString(project.resolve("src/main/resources/db/migration/U2__email.sql"), "SELECT 1;\n");

        MavenRun run = MavenRun.of(project, repository(folder), "test");

        assertThat(run.isSuccess()).isFalse();
        assertThat(run.text())
                .containsOnlyOnce("  U2__email.sql does nothing, and the schema is not what it was before V2:")
                .containsOnlyOnce("    ALTER TABLE public.customer DROP COLUMN email;")
                .contains("Tests run: 10, Failures: 1")
                .doesNotContain("at java.base");
    }

    private static LinkedRepository repository(Path folder) throws IOException {
        return LinkedRepository.create(folder.resolve("repository"));
    }

    private static Path project(Path folder) throws IOException {
        Path copy = folder.resolve("project");
        for (Path file : files()) {
            Path target = copy.resolve(PROJECT.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return copy;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(PROJECT.resolve("target")))
                    .toList();
        }
    }
}
