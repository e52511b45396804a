package dev.switchback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The comments of all modules: each begins with what the thing is. */
class JavadocTests {

    private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern WHAT = Pattern.compile("/\\*\\*\\s+(?:\\* )?What\\b[^\\n]*");

    @Test
    void beginsWithANoun() throws IOException {
        try (Stream<Path> files = Files.walk(MODULES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> file.toString().contains("src"))
                            .flatMap(JavadocTests::comments))
                    .isEmpty();
        }
    }

    private static Stream<String> comments(Path file) {
        try {
            return WHAT.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .map(comment -> MODULES.relativize(file) + ": " + comment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
