package dev.switchback.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No string in the areas that serve every product is about one product. Comments may give examples. */
class GeneralAreasTests {

    private static final Path SOURCES =
            Path.of("..", "core", "src", "main", "java", "dev", "switchback").toAbsolutePath().normalize();

    /** A comment, which is skipped, a block of text, a string, or a character. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*(?s:.*?)\\*/|(?<string>\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\")|'(?:[^'\\\\]|\\\\.)+'");

    /** Of PostgreSQL: its name, its catalog, its languages and functions, and quotes of dollars. */
    private static final Pattern PRODUCT = Pattern.compile(
            "(?i)postgres|\\bpg_|plpgsql|pl/pgsql|dblink|nextval|::reg|gen_random_uuid|uuidv\\d|tsrange|\\bpsql\\b|\\\\$\\(");

    /** A file and what it may name, with the reason. */
    private static final Set<String> ALLOWED = Set.of();

    @Test
    void nameNoProductInAString() {
        assertThat(offences()).isEqualTo(ALLOWED);
    }

    @Test
    void areFreeOfWhatOnlyPostgresqlHas() {
        assertThat(strings("return \"SELECT 1 FROM pg_class\"; // a \"comment\" of PostgreSQL"))
                .containsExactly("\"SELECT 1 FROM pg_class\"");
        assertThat(strings("/** \"PostgreSQL\" */ char c = '\"'; String s = \"a \\\"b\\\" PostgreSQL\";"))
                .containsExactly("\"a \\\"b\\\" PostgreSQL\"");
        assertThat(strings("x = \"\"\"\n  some \"pg_\" text\n  \"\"\" + \"more\"")).hasSize(2);
    }

    private static Set<String> offences() {
        Set<String> offences = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("postgresql")))
                    .forEach(file -> strings(read(file)).stream()
                            .filter(string -> PRODUCT.matcher(string).find())
                            .forEach(string -> offences.add(
                                    SOURCES.relativize(file).toString().replace('\\', '/') + ": " + string)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return offences;
    }

    private static List<String> strings(String source) {
        return TOKEN.matcher(source)
                .results()
                .map(token -> token.group(1))
                .filter(string -> string != null)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
