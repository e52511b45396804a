package dev.switchback.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A user who meets a message finds it on the page of messages. */
class TroubleshootingTests {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** Where messages are made: the creation of an exception, or a method that makes one. */
    private static final Pattern REFUSAL = Pattern.compile(
            "(?:new (?:Provision|Migrations|Fixture|Schema|Statement|TestFile|Product|ExtensionConfiguration|ParameterResolution"
                    + "|IllegalArgument)Exception|(?:FixtureException|ConfigurationErrors)\\.\\w+|\\bwrong)\\((.*?);\n",
            Pattern.DOTALL);

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern VARIABLE = Pattern.compile("%(\\d\\$)?[sd]");
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+) ?(.+?) ?\\1(?!`)");
    private static final int FEWEST_WORDS = 4;

    @Test
    void everyMessageOfTheSourcesIsListed() throws IOException {
        String page = page();
        Set<String> headings = headings();

        assertThat(headings).hasSizeGreaterThan(200);
        assertThat(headings.stream().filter(heading -> !page.contains(heading)))
                .as("to be added to docs/troubleshooting.md")
                .isEmpty();
    }

    @Test
    void everyMessageOfTheListOfMistakesIsFound() throws IOException {
        List<Pattern> patterns = CODE.matcher(page())
                .results()
                .map(code -> code.group(2))
                .filter(code -> words(code.replace("...", "")) >= 3)
                .map(code -> Pattern.compile(
                        Stream.of(code.split("\\.{3,}", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                        Pattern.DOTALL))
                .toList();
        List<String> unknown = messages().stream()
                .filter(message -> patterns.stream()
                        .noneMatch(pattern -> pattern.matcher(message).find()))
                .toList();

        assertThat(unknown).as("to be added to docs/troubleshooting.md").isEmpty();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/troubleshooting.md"));
    }

    private static List<String> messages() throws IOException {
        String list = Files.readString(Path.of("src/test/resources/dev/switchback/jupiter/mistakes.txt"));
        List<String> messages = new ArrayList<>();
        for (String paragraph : list.split("\n(?=\\S)")) {
            String message = paragraph.substring(paragraph.indexOf('\n') + 1).replaceAll("(?m)^ {4}", "");
            if (!message.startsWith("none: ")) {
                messages.add(message);
            }
        }
        return messages;
    }

    private static Set<String> headings() throws IOException {
        Set<String> headings = new TreeSet<>();
        for (Path file : sources()) {
            REFUSAL.matcher(Files.readString(file))
                    .results()
                    .flatMap(refusal -> heading(refusal).stream())
                    .forEach(headings::add);
        }
        return headings;
    }

    private static Optional<String> heading(MatchResult refusal) {
        return TEXT.matcher(refusal.group(1))
                .results()
                .map(text -> VARIABLE.matcher(text.group(1).split("\\\\n", 2)[0])
                        .replaceAll("...")
                        .replace("\\\"", "\"")
                        .strip())
                .filter(text -> words(text) >= FEWEST_WORDS)
                .findFirst();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("core", "embedded-postgres", "testcontainers", "dbunit", "spring")) {
            try (Stream<Path> files =
                    Files.walk(ROOT.resolve("extension").resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
