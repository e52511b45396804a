package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.rules.EffectChecks;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the rules: what they show to be found is found, and what they show to be safe is not. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LintPagesTests {

    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    private final LintHistory history;

    LintPagesTests(Server server, @TempDir Path path) {
        List<LintCase> cases = new ArrayList<>();
        for (LintRule rule : rules()) {
            List<String> examples = SQL.matcher(page(rule))
                    .results()
                    .map((MatchResult block) -> block.group(1))
                    .toList();
            assertThat(examples).as("the examples of %s", rule.page()).hasSize(2);
            cases.add(LintCase.parse(rule.id() + " finding\n" + examples.get(0)));
            cases.add(LintCase.parse(rule.id() + " safe\n" + examples.get(1)));
        }
        history = LintHistory.of(cases, server, path, LintSettings.defaults().with("narrows-for-running-version"));
    }

    static List<LintRule> rules() {
        return Stream.concat(
                        EffectChecks.ALL.stream().map(LintCheck::rule),
                        Stream.of(LintRules.get("suppression-unused"), LintRules.get("suppression-not-understood")))
                .toList();
    }

    private static String page(LintRule rule) {
        return read(rule.page().substring("docs/".length()));
    }

    private static String read(String page) {
        try {
            return Files.readString(DOCS.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleFindsTheFirstExampleOfItsPageAndNotTheSecond(LintRule rule) {
        assertThat(ids(rule.id() + " finding")).contains(rule.id());
        assertThat(ids(rule.id() + " safe")).doesNotContain(rule.id());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleStandsInTheListOfAll(LintRule rule) {
        assertThat(page(rule)).startsWith("# " + rule.id() + "\n");
        assertThat(read("lint.md")).contains("[`%s`](lint/%s.md)".formatted(rule.id(), rule.id()));
    }

    private List<String> ids(String name) {
        LintCase example = history.cases().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return history.findings(example).stream()
                .map(finding -> finding.rule().id())
                .toList();
    }
}
