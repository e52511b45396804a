package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limits of those who show a report: what they would drop in silence is left out by count. */
class LimitsTests {

    @Test
    void markdownHasRoomInACommentAndCountsWhatIsLeftOut() {
        String text = MarkdownReport.of(MigrationReport.of(Histories.failing("db", 1000)));
        long told = text.lines().filter(line -> line.startsWith("<details>")).count();

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(60_000, 65_536);
        assertThat(text)
                .endsWith("\n" + (1000 - told) + " more findings are left out here; the whole report has them.\n");
    }

    @Test
    void githubShowsTenOfAKindTheLastOfWhichCountsTheRest() {
        List<ReportedStep> steps = IntStream.range(0, 30)
                .mapToObj(i -> Histories.step(i, i % 2 == 0 ? Severity.FAIL : Severity.NOTICE))
                .toList();
        String text = GithubAnnotations.of(MigrationReport.of(Histories.of("db", steps)));

        assertThat(text.lines().filter(line -> line.startsWith("::error "))).hasSize(10);
        assertThat(text.lines().filter(line -> line.startsWith("::warning "))).hasSize(10);
        assertThat(text).contains("::error title=Switchback::6 more findings of this kind are in the report\n");
    }

    @Test
    void tenFindingsAreAllShown() {
        assertThat(GithubAnnotations.of(MigrationReport.of(Histories.failing("db", 10))))
                .hasLineCount(10)
                .contains("& more, 100%25")
                .doesNotContain("more findings");
    }

    @Test
    void aFingerprintOutlivesAnotherLine() {
        ReportedFinding finding = Histories.finding(7, Severity.FAIL);
        ReportedFinding moved = new ReportedFinding(
                finding.source(),
                finding.rule(),
                finding.severity(),
                finding.migration(),
                finding.title(),
                finding.text(),
                finding.file(),
                99,
                List.of(),
                "",
                List.of(),
                "");

        assertThat(fingerprints(finding)).isEqualTo(fingerprints(moved));
        assertThat(fingerprints(finding, finding)).doesNotHaveDuplicates();
    }

    private static List<String> fingerprints(ReportedFinding... findings) {
        ReportedStep step = Histories.step(1, Severity.FAIL);
        return FingerprintedFinding.all(MigrationReport.of(Histories.of(
                        "db",
                        List.of(new ReportedStep(
                                step.version(),
                                step.name(),
                                step.up(),
                                step.down(),
                                step.verdict(),
                                "",
                                false,
                                step.times(),
                                List.of(),
                                ReportedLocks.UNKNOWN,
                                List.of(findings))))))
                .stream()
                .map(FingerprintedFinding::fingerprint)
                .toList();
    }
}
