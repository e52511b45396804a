package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of earlier runs, in the report of this one. */
class StoredTimesTests {

    private static final String WORD =
            "The times of earlier runs are left out: they cannot be read any more, and are kept anew.";

    private final Path page;
    private final Path times;

    StoredTimesTests(@TempDir Path folder) {
        page = folder.resolve("report.html");
        times = folder.resolve("report").resolve(StoredTimes.NAME);
    }

    private static ReportedStep step(int number, long millis) {
        ReportedStep like = Histories.step(number, Severity.NOTICE);
        return new ReportedStep(
                like.version(),
                like.name(),
                like.up(),
                like.down(),
                like.verdict(),
                "",
                false,
                new ReportedTimes(millis * 1000, 1000, 0),
                like.changes(),
                ReportedLocks.UNKNOWN,
                List.of());
    }

    /** A run in which V1 takes so long, and V2 a second. */
    private List<String> run(String name, long millis) throws IOException {
        return ReportFiles.ofRun(page, name)
                .add(List.of(Histories.of("shop", List.of(step(1, millis), step(2, 1000)))));
    }

    private void runs(long... millis) throws IOException {
        for (int i = 0; i < millis.length; i++) {
            run("run " + i, millis[i]);
        }
    }

    @Test
    void theFirstRunHasNothingToCompareWith() throws IOException {
        run("first", 10);

        assertThat(page).content().doesNotContain("class=\"ladder trends\"", "<svg class=\"trend");
        assertThat(page.resolveSibling("report.json")).content().doesNotContain("\"trend\"");
    }

    @Test
    void aLaterOneHasTheMedianAndABarForEach() throws IOException {
        runs(10, 30, 20, 40);

        assertThat(page)
                .content()
                .contains(
                        "class=\"ladder trends\"",
                        "<svg class=\"trend\" role=\"img\" width=\"20\" height=\"14\">"
                                + "<title>Way up: median of 3 runs before 20 ms, now 40 ms</title>"
                                + "<path d=\"M0 14v-4h4v4zM5 14v-11h4v11zM10 14v-7h4v7z\"/><path class=\"now\" d=\"M15 14v-14h4v14z\"/></svg>")
                .doesNotContain("Much slower");
        assertThat(page.resolveSibling("report.json"))
                .content()
                .contains("\"trend\":{\"earlier\":[10000,30000,20000],\"median\":20000,\"slower\":false}");
    }

    @Test
    void theSameRunCountsOnce() throws IOException {
        run("first", 10);
        run("second", 20);
        run("second", 30);

        assertThat(page).content().contains("median of 1 run before 10 ms, now 30 ms");
    }

    @Test
    void theLastTwentyRunsAreKept() throws IOException {
        runs(IntStream.rangeClosed(1, 30).mapToLong(i -> i).toArray());

        assertThat(page).content().contains("median of 19 runs before 20 ms, now 30 ms");
        assertThat(times).content().hasLineCount(5);
    }

    @Test
    void migrationsThatNoneOfThemHasMeasuredAreForgotten() throws IOException {
        ReportFiles.ofRun(page, "before").add(List.of(Histories.of("gone", List.of(step(1, 5)))));
        runs(1);
        assertThat(times).content().contains("gone");

        runs(IntStream.range(0, 20).mapToLong(i -> 5).toArray());

        assertThat(times).content().doesNotContain("gone").contains("shop");
    }

    @Test
    void whatBecameMuchSlowerIsNamed() throws IOException {
        runs(100, 90, 110, 400);

        assertThat(page)
                .content()
                .contains(
                        """
                        <p class="remark">Much slower than in earlier runs, on the way up:</p>
                        <ul class="slower">
                        <li>V1 step: median of 3 runs before 100 ms, now 400 ms</li>
                        </ul>
                        """,
                        "<svg class=\"trend slower\"",
                        "now 400 ms, much slower</title>");
        assertThat(page.resolveSibling("report.json")).content().contains("\"slower\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 1 1 90", "100 100 300 250", "100 100 100 190"})
    void noiseIsNot(String millis) throws IOException {
        runs(List.of(millis.split(" ")).stream().mapToLong(Long::parseLong).toArray());

        assertThat(page).content().contains("<svg class=\"trend\"").doesNotContain("Much slower");
    }

    @Test
    void aRunThatMeasuresNothingIsNone() throws IOException {
        run("first", 10);
        ReportedStep known = step(1, 0);
        ReportFiles.ofRun(page, "second").add(List.of(Histories.of("shop", List.of(known, step(2, 1000)))));
        run("third", 20);

        assertThat(page)
                .content()
                .contains("median of 1 run before 10 ms, now 20 ms", "median of 2 runs before 1000 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somebody's notes\n", "switchback times 1 abc\n\nrun\n"})
    void aFileThatIsDamagedOrAnotherOneIsSaidAndReplaced(String content) throws IOException {
        run("first", 10);
        Files.writeString(times, content);

        assertThat(run("second", 20)).contains(WORD);
        assertThat(page).content().contains("<p class=\"remark\">" + WORD).doesNotContain("<svg class=\"trend");
        assertThat(page.resolveSibling("report.json")).content().contains("\"remarks\":[\"" + WORD);
        assertThat(run("third", 20)).doesNotContain(WORD);
        assertThat(page).content().contains("median of 1 run before 20 ms").doesNotContain(WORD);
    }

    @Test
    void aNumberThatSomebodyChangedIsDamage() throws IOException {
        run("first", 10);
        Files.writeString(times, Files.readString(times).replace("\t10000", "\t99999"));

        assertThat(run("second", 20)).contains(WORD);
    }

    @Test
    void aLintAloneReplacesADamagedFileToo() throws IOException {
        run("first", 10);
        Files.writeString(times, "damaged");

        assertThat(ReportFiles.ofRun(page, "second").addNothing("s1")).contains(WORD);
        assertThat(times).doesNotExist();
    }
}
