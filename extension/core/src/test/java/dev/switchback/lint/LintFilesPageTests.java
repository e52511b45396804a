package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.files.FileRules;
import dev.switchback.lint.history.HistoryRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LintFilesPageTests {

    private static final Path PAGE = Path.of("..", "..", "docs", "lint-files.md");

    @Test
    void eachRuleOnFilesAndHistoryHasItsHeading() throws IOException {
        List<String> rules = Stream.of(FileRules.ALL, HistoryRules.ALL)
                .flatMap(List::stream)
                .map(LintRule::page)
                .map(page -> page.replace("docs/lint-files.md#", "### "))
                .toList();

        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("### ")))
                .containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void whatIsOptionalIsCalledSo() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Stream.of(FileRules.ALL, HistoryRules.ALL).flatMap(List::stream))
                .allSatisfy(rule -> assertThat(page.contains("### " + rule.id() + "\n*Optional.*"))
                        .as(rule.id())
                        .isEqualTo(rule.isOptional()));
    }
}
