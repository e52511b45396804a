package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTests {

    private final Path page;

    ReportFilesTests(@TempDir Path folder) {
        page = folder.resolve("target/switchback/report.html");
    }

    private void add(String run, ReportedHistory history) throws IOException {
        ReportFiles.ofRun(page, run).add(List.of(history));
    }

    @Test
    void severalClassesOfOneBuildAreInOnePage() throws IOException {
        add("build", Histories.of("holds", List.of()));
        add("build", Histories.failing("breaks", 1));

        assertThat(Files.readString(page)).containsSubsequence("<h2>breaks</h2>", "<h2>holds</h2>");
        assertThat(page.resolveSibling("report.json"))
                .content()
                .containsSubsequence("\"title\":\"breaks\"", "\"title\":\"holds\"");
    }

    @Test
    void aClassThatRunsAgainTakesThePlaceOfItsOldVerdicts() throws IOException {
        add("build", Histories.failing("shop", 1));
        add("build", Histories.of("shop", List.of(Histories.step(1, Severity.NOTICE))));

        assertThat(Files.readString(page)).containsOnlyOnce("<h2>shop</h2>").doesNotContain("something fails");
    }

    @Test
    void anotherBuildBeginsAnew() throws IOException {
        add("yesterday", Histories.failing("gone", 1));
        add("today", Histories.of("here", List.of()));

        assertThat(Files.readString(page)).contains("<h2>here</h2>").doesNotContain("<h2>gone</h2>");
    }

    @Test
    void thoseWhoWriteAtTheSameTimeLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> writers = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        add("build", Histories.of("class " + i, List.of()));
                        return null;
                    })
                    .toList();
            for (Future<Void> written : threads.invokeAll(writers)) {
                written.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(Files.readString(page).split("<h2>", -1)).hasSize(9);
    }

    @Test
    void whatIsTextIsNoMarkup() throws IOException {
        add("build", Histories.failing("<script>alert(1)</script> & co", 1));

        assertThat(Files.readString(page))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co", "+ column &lt;x&gt; &amp; more")
                .doesNotContain("<script>alert");
    }

    /** Parts of an earlier call beside those of this one. */
    @Nested
    class ThatWereThere {

        private static final ReportedJudgment LINT = Histories.judgment("db", "s1", ReportedJudgment.LINT);
        private static final ReportedJudgment TRIP = Histories.judgment("db", "s1", ReportedJudgment.ROUND_TRIP);
        private static final String LINT_IS_OUT = "What was judged of db by lint at 2026-11-29 05:00 UTC is left out: ";

        private List<String> add(String run, ReportedJudgment judgment, int... numbers) throws IOException {
            List<ReportedStep> steps = IntStream.of(numbers)
                    .mapToObj(number -> Histories.step(number, Severity.FAIL))
                    .toList();
            return ReportFiles.ofRun(page, run).add(List.of(Histories.of(judgment, steps)));
        }

        private Path part(String extension) throws IOException {
            try (Stream<Path> files = Files.list(page.resolveSibling("report"))) {
                return files.filter(file -> file.toString().endsWith(extension))
                        .findFirst()
                        .orElseThrow();
            }
        }

        @Test
        void stayIfTheyAreAboutTheSameScriptsWithTheTimeOfTheirJudgment() throws IOException {
            add("first", LINT, 1, 2);
            List<String> leftOut = add("second", TRIP, 1, 2);

            assertThat(leftOut).isEmpty();
            assertThat(page)
                    .content()
                    .containsSubsequence(
                            "Judged by round trip at",
                            "By an earlier call; the scripts are the same since.",
                            "Judged by lint at <time datetime=\"2026-11-29T05:00:00Z\">2026-11-29 05:00 UTC</time>");
            assertThat(page.resolveSibling("report.json"))
                    .content()
                    .containsOnlyOnce("\"earlier\":true}")
                    .containsSubsequence("\"checks\":[\"round trip\"]", "\"checks\":[\"lint\"]", "\"earlier\":true}]}");
        }

        @Test
        void goWhenTheSameIsJudgedAgain() throws IOException {
            add("first", LINT, 1, 2);
            add("second", Histories.judgment("db", "s1", "lint", "round trip"), 1, 2, 3);

            assertThat(page).content().doesNotContain("By an earlier call", "left out");
        }

        @Test
        void stayForTheMigrationsThatAreNotJudgedAgain() throws IOException {
            add("first", LINT, 1, 2);
            add("second", LINT, 2);

            assertThat(page).content().containsOnlyOnce("By an earlier call");
        }

        @Test
        void goWithAWordWhenAScriptIsAnotherOne() throws IOException {
            add("first", LINT, 1);
            List<String> leftOut = add("second", Histories.judgment("db", "s2", "round trip"), 1);

            assertThat(leftOut).containsExactly(LINT_IS_OUT + "the scripts are others now.");
            assertThat(page).content().contains(leftOut.get(0)).doesNotContain("Judged by lint");
            assertThat(page.resolveSibling("report.json"))
                    .content()
                    .contains("\"remarks\":[\"" + leftOut.get(0) + "\"]");
        }

        @Test
        void areNotMissedOnceTheyAreJudgedAnew() throws IOException {
            add("first", LINT, 1);
            add("second", Histories.judgment("db", "s2", "round trip"), 1);
            add("second", Histories.judgment("db", "s2", "lint"), 1);

            assertThat(page).content().contains("Judged by lint").doesNotContain("left out", "By an earlier call");
        }

        @Test
        void stayWhereNothingIsToBeJudged() throws IOException {
            add("first", LINT, 1);
            ReportFiles.ofRun(page, "second").addNothing("s1");
            assertThat(page).content().contains("By an earlier call", "Judged by lint");

            List<String> leftOut = ReportFiles.ofRun(page, "third").addNothing("s2");
            assertThat(leftOut).containsExactly(LINT_IS_OUT + "the scripts are others now.");
        }

        @Test
        void goWithAWordWhenOtherUndoScriptsHaveChanged() throws IOException {
            Path undo = Files.createDirectories(page.resolveSibling("undo"));
            Path script = Files.writeString(undo.resolve("U1__a.sql"), "SELECT 1;");
            List<String> locations = List.of("filesystem:" + undo);
            UndoFolders folders =
                    ScriptFiles.in(undo, List.of()).withUndo(locations).undoFolders();
            ReportedJudgment trip = new ReportedJudgment("db", TRIP.when(), TRIP.checks(), "s1", folders);
            add("first", trip, 1);

            assertThat(add("second", LINT, 1)).isEmpty();
            Files.writeString(script, "SELECT 2;");
            assertThat(add("third", LINT, 1)).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {".json", ".html"})
        void goWithAWordWhenTheyAreDamaged(String extension) throws IOException {
            add("first", LINT, 1);
            Files.writeString(part(extension), "{\"title\":");

            List<String> leftOut = add("second", TRIP, 1);

            assertThat(leftOut).containsExactly(LINT_IS_OUT + "it cannot be read any more.");
            assertThat(page).content().contains(leftOut.get(0)).doesNotContain("Judged by lint");
            assertThat(page.resolveSibling("report.json")).content().endsWith("}]}\n");
        }

        @Test
        void goWithAWordWhenNobodyKnowsWhatTheyAre() throws IOException {
            add("first", LINT, 1);
            Files.writeString(part(".part"), "when=\\u12");

            assertThat(add("second", TRIP, 1))
                    .containsExactly("A part of an earlier report is left out: it cannot be read any more.");
            assertThat(add("third", TRIP, 1)).isEmpty();
            assertThat(page).content().doesNotContain("left out");
        }
    }
}
