package dev.switchback.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java snippet of the documentation is a quote from code that is compiled and tested, after the imports that it needs;
 * Kotlin and YAML are quotes where they say so, and every link leads somewhere.
 */
class SnippetTests {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern SNIPPET = Pattern.compile(
            "(?:<!-- from (?<source>\\S+) -->\\n)?```(?<language>java|kotlin|yaml)\\n(?<code>.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"));
                Stream<Path> root = Files.list(ROOT)) {
            return Stream.concat(docs, root)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void snippetsAreQuotes(Path page) throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(page));
        while (snippet.find()) {
            String source = snippet.group("source");
            if (source == null && !snippet.group("language").equals("java")) {
                continue;
            }
            assertThat(source).as("source of a snippet in %s", page).isNotNull();
            assertThat(essence(Files.readString(ROOT.resolve(source))))
                    .as("%s, quoted in %s", source, page)
                    .contains(essence(SnippetImports.body(snippet.group("code"))));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void snippetsBeginWithTheImportsThatTheyNeed(Path page) throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(page));
        while (snippet.find()) {
            if (!snippet.group("language").equals("yaml") && snippet.group("source") != null) {
                String source = Files.readString(ROOT.resolve(snippet.group("source")));
                assertThat(SnippetImports.of(snippet.group("code")))
                        .as("imports of a snippet from %s in %s", snippet.group("source"), page)
                        .containsExactlyInAnyOrderElementsOf(
                                SnippetImports.needed(source, snippet.group("code"), ROOT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFiles(Path page) throws IOException {
        List<Path> targets = new ArrayList<>();
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            targets.add(page.resolveSibling(link.group(1)));
        }

        assertThat(targets).as("links of %s", page).allSatisfy(target -> assertThat(target)
                .exists());
    }

    private static String essence(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
