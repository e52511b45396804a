package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.switchback.lint.effect.Blocked;
import dev.switchback.migration.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser; skipped where there is no Chromium. */
class BrowserTests {

    private final Path folder;
    private final Path page;
    private String console = "";

    BrowserTests(@TempDir Path folder) {
        this.folder = folder;
        this.page = folder.resolve("report.html");
    }

    private static Optional<Path> chromium() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(path -> Path.of(path).resolve("chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @BeforeEach
    void aPage() throws IOException {
        assumeThat(chromium())
                .as("chromium on the PATH (Debian's package chromium)")
                .isPresent();
        List<ReportedStep> steps =
                IntStream.rangeClosed(1, 3).mapToObj(BrowserTests::step).toList();
        List<ReportedTable> tables = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> new ReportedTable(
                        "public",
                        "t" + i,
                        List.of(new ReportedTable.Column("id", "integer", "PK")),
                        i < 4 ? List.of() : List.of("public.t" + (i % 3 + 1))))
                .toList();
        Files.writeString(
                page,
                HtmlReport.of(MigrationReport.of(new ReportedHistory(
                        new ReportedJudgment(
                                "db/migration",
                                Instant.parse("2026-11-29T05:00:00Z"),
                                List.of(ReportedJudgment.ROUND_TRIP, ReportedJudgment.LINT),
                                "",
                                UndoFolders.NONE),
                        steps,
                        List.of(),
                        List.of("roles"),
                        List.of("No migration limits the time that it waits for locks."),
                        tables))));
    }

    private static ReportedStep step(int number) {
        boolean fails = number == 2;
        String title = "V" + number + "__t: the undo fails";
        ReportedFinding finding = new ReportedFinding(
                "round-trip",
                "undo-fails",
                Severity.FAIL,
                "V" + number + " t",
                title,
                title + "\n\n  <b>not bold</b>\n",
                "",
                0,
                List.of(),
                "",
                List.of(),
                "");
        return new ReportedStep(
                "" + number,
                "V" + number + " t",
                new ReportedScript("V" + number + "__t.sql", "CREATE TABLE t" + number + " ();"),
                ReportedScript.NONE,
                fails ? ReportedVerdict.FAILED : ReportedVerdict.PASSED,
                "",
                false,
                new ReportedTimes(1000L * number, 500, 0),
                List.of(new ReportedChange("added", "table", "public.t" + number, "", "", "", "")),
                new ReportedLocks(
                        true,
                        List.of(
                                new ReportedLock("public.a", Blocked.READS_AND_WRITES, "ACCESS EXCLUSIVE", 1),
                                new ReportedLock("public.b", Blocked.WRITES, "SHARE", 2)),
                        List.of(3)),
                fails ? List.of(finding) : List.of());
    }

    /** The document after its scripts ran; what the browser says of the page is kept. */
    private String rendered(String fragment) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom.html");
        Path log = folder.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(
                chromium().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--v=0",
                "--dump-dom",
                page.toUri() + fragment));
        Process browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(browser.waitFor(60, TimeUnit.SECONDS))
                    .as("chromium ended")
                    .isTrue();
        } finally {
            browser.destroyForcibly();
        }
        console = Files.readString(log, StandardCharsets.UTF_8);
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    @Test
    void itRendersAndItsScriptRunsWithoutAnError() throws Exception {
        String dom = rendered("");

        assertThat(dom)
                .contains(
                        "3 of 3 migrations shown",
                        "<option value=\"undo-fails\">",
                        "&lt;b&gt;not bold&lt;/b&gt;",
                        "t300</text>")
                .containsPattern(
                        "<tr class=\"writes\"><th scope=\"row\">public.b</th>(<td class=\"on\"></td>){2}<td class=\"on\">SHARE, line 2</td><td></td></tr>");
        assertThat(console.lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
    }

    @Test
    void itFilters() throws Exception {
        assertThat(rendered("#verdict=failed"))
                .contains("1 of 3 migrations shown")
                .containsPattern("<li class=\"step passed\"[^>]* hidden=\"\"");
        assertThat(rendered("#search=create%20t3")).contains("1 of 3 migrations shown");
        assertThat(rendered("#rule=undo-fails")).contains("1 of 3 migrations shown");
        assertThat(rendered("#table=public.t1")).contains("1 of 3 migrations shown");
        assertThat(rendered("#table=public.a")).contains("3 of 3 migrations shown");
        assertThat(rendered("#table=public.a&verdict=failed")).contains("1 of 3 migrations shown");
        assertThat(rendered("#table=public.nowhere")).contains("0 of 3 migrations shown");
    }

    @Test
    void onlyWhatShowsSomethingCanBeChosen() throws Exception {
        assertThat(rendered(""))
                .contains("<option value=\"public.t3\">public.t3</option>", "<option value=\"passed\">ok</option>")
                .doesNotContain("<option value=\"skipped\">", "<option value=\"public.t4\">");
    }

    @Test
    void withoutScriptsNoControlIsShown() throws Exception {
        Files.writeString(page, Files.readString(page).replaceAll("(?s)<script>.*?</script>", ""));

        assertThat(rendered("#verdict=failed"))
                .contains("<form id=\"filter\" role=\"search\" hidden=\"\">")
                .doesNotContainPattern("<li class=\"step[^>]* hidden");
    }

    @Test
    void aLinkToARuleHidesNothing() throws Exception {
        assertThat(rendered("#rule-undo-fails")).contains("3 of 3 migrations shown");
    }

    /** The browser itself may ask its maker's servers; what the page asks for has the page as its initiator. */
    @Test
    void noRequestLeavesThePage() throws Exception {
        Files.writeString(
                page,
                Files.readString(page)
                        .replace(
                                "</body>",
                                "<script>document.title=performance.getEntriesByType('resource').length+' requests'</script></body>"));

        assertThat(rendered("")).contains("<title>0 requests</title>");
    }
}
