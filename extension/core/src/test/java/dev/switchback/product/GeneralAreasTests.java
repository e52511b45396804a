package dev.switchback.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither code nor strings of the areas that serve every product are about one. Comments may give examples. */
class GeneralAreasTests {

    private static final Path SOURCES = Path.of("..", "core", "src", "main", "java", "dev", "switchback")
            .toAbsolutePath()
            .normalize();

    /** A comment, or what might be taken to have one in it: a block of text, a string, a character. */
    private static final Pattern TOKEN =
            Pattern.compile("//[^\\n]*|/\\*(?s:.*?)\\*/|(?<literal>\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\""
                    + "|'(?:[^'\\\\]|\\\\.)+')");

    /** Of PostgreSQL: its name and that of its client, its catalog, its languages, its functions, and types only it has. */
    private static final Pattern PRODUCT = Pattern.compile(
            "(?i)postgres|\\bpsql\\b|\\bpg_|plpgsql|pl/pgsql|dblink|\\bnextval\\b|::regclass\\b|::regtype\\b|gen_random_uuid|uuidv\\d|\\btsrange");

    /** Lines that name a product all the same, each with its file: settings of a provider that a class path may be without. */
    private static final List<String> ALLOWED = List.of(
            "jupiter/SettingNames.java: \"switchback.embedded-postgres.binaries\",",
            "jupiter/SettingNames.java: \"switchback.embedded-postgres.folder\",");

    @Test
    void nameNoProduct() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.startsWith(SOURCES.resolve("postgresql")))
                            .sorted()
                            .flatMap(file -> lines(read(file))
                                    .map(line ->
                                            SOURCES.relativize(file).toString().replace('\\', '/') + ": " + line)))
                    .isEqualTo(ALLOWED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statement.execute(\"SELECT * FROM pg_class\");",
                "DSL.using(SQLDialect.POSTGRES)",
                "String url = \"jdbc:postgresql://localhost/\"; // an example",
                "Pattern.compile(\"nextval\\\\(\")"
            })
    void thisWouldBeFound(String line) {
        assertThat(lines(line)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** such as PostgreSQL */ int version;",
                "int port; // of PostgreSQL",
                "String s = \"// no comment\"; // PostgreSQL",
                "char c = '\"'; /* PostgreSQL */ char d = '\"';"
            })
    void thisWouldNot(String line) {
        assertThat(lines(line)).isEmpty();
    }

    private static Stream<String> lines(String source) {
        return TOKEN.matcher(source)
                .replaceAll(token -> token.group(1) == null ? "" : Matcher.quoteReplacement(token.group()))
                .lines()
                .filter(line -> PRODUCT.matcher(line).find())
                .map(String::strip);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
