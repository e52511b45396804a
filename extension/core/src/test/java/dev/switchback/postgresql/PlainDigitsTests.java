package dev.switchback.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code %d} has the digits of the default locale, which are others in Arabic and Thai: no server reads them. */
class PlainDigitsTests {

    private static final Pattern DIGITS_OF_THE_LOCALE = Pattern.compile("%(?:\\d+\\$)?[-0,+ (#]*\\d*d");

    @Test
    void sqlHasPlainDigits() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/switchback/postgresql"))) {
            List<String> lines = sources.filter(Files::isRegularFile)
                    .flatMap(PlainDigitsTests::lines)
                    .filter(line -> DIGITS_OF_THE_LOCALE.matcher(line).find() && !line.contains("Locale.ROOT"))
                    .toList();

            assertThat(lines).isEmpty();
        }
    }

    private static Stream<String> lines(Path source) {
        try {
            return Files.readAllLines(source).stream();
        } catch (IOException e) {
            throw new IllegalStateException(source + " cannot be read", e);
        }
    }
}
