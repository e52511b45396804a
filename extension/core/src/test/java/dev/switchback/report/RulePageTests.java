package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.LintRule;
import dev.switchback.lint.LintRules;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of findings, and what is at their other end. */
class RulePageTests {

    private static final String ROUND_TRIP = "docs/round-trip.md#findings";
    private static final String PREVIOUS = "docs/previous-version.md#what-is-found";

    static Stream<LintRule> lintRules() {
        return LintRules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("lintRules")
    void everyLintRuleHasItsPage(LintRule rule) {
        RulePage page = new RulePage(rule.id(), rule.page());

        assertThat(page.markdown()).isNotBlank().doesNotContain("All rules:");
        assertThat(page.html())
                .startsWith("<article class=\"rule-page\" id=\"rule-" + rule.id() + "\">")
                .doesNotContain("```", "](");
    }

    @ParameterizedTest
    @ValueSource(strings = {"undo-incomplete", "rows-again-fails", "again-changes", "file-name", "undo-cosmetic"})
    void aFindingOfTheRoundTripHasItsLineOfTheTable(String rule) {
        assertThat(new RulePage(rule, ROUND_TRIP).markdown()).isNotBlank().endsWith(".");
    }

    @Test
    void theLineIsASentence() {
        assertThat(new RulePage("undo-orphan", ROUND_TRIP).markdown())
                .isEqualTo("An undo whose version no migration has.");
        assertThat(new RulePage("new-version-fails", PREVIOUS).markdown())
                .isEqualTo("The same of the new version's statements on the old schema.");
        assertThat(new RulePage("previous-version-result", PREVIOUS).markdown()).hasLineCount(3);
        assertThat(new RulePage("undo", ROUND_TRIP).markdown()).isEmpty();
    }

    @Test
    void aLinkStaysInThePageWhichHasTheRuleOnce() {
        String page = HtmlReport.of(MigrationReport.of(
                Histories.of("db", List.of(Histories.step(1, Severity.FAIL), Histories.step(2, Severity.FAIL)))));

        assertThat(page)
                .contains("<a class=\"rule\" href=\"#rule-undo-incomplete\" title=\"" + ROUND_TRIP
                        + "\"><code>undo-incomplete</code></a>")
                .containsOnlyOnce("id=\"rule-undo-incomplete\"")
                .contains("<p>The undo ran, but the schema is not what it was.</p>");
    }

    @Test
    void sarifCarriesThePage() {
        assertThat(SarifReport.of(MigrationReport.of(Histories.failing("db", 1))))
                .contains(
                        "\"help\":{\"text\":\"See " + ROUND_TRIP
                                + " of Switchback's documentation.\",\"markdown\":\"The undo ran, but the schema is not what it was.\"}");
    }

    @Test
    void markdownBecomesHtml() {
        assertThat(HtmlMarkdown.of(
                        "A `x<y` of [lint](../lint.md),\n*so*.\n\n## Then\n- one\n- two\n\n```sql\na * b\n```\n"))
                .isEqualTo(
                        """
                        <p>A <code>x&lt;y</code> of lint,
                        <em>so</em>.</p>
                        <h4>Then</h4>
                        <ul><li>one</li><li>two</li></ul>
                        <pre>a * b</pre>
                        """);
    }
}
