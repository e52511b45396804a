package dev.switchback.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The report as one page that needs nothing beside itself, and can be read without scripts. */
public final class HtmlReport {

    private HtmlReport() {}

    public static String of(MigrationReport report) {
        return page(
                List.of(), report.histories().stream().map(HtmlHistory::section).toList(), report.fails());
    }

    /**
     * A page of sections that are HTML already.
     *
     * @param remarks sentences on the page as a whole
     */
    static String page(List<String> remarks, List<String> sections, boolean fails) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
                <link rel="icon" href="data:,">
                <title>Migrations: %s</title>
                <style>
                %s</style>
                </head>
                <body>
                <a class="skip" href="#main">Skip to the migrations</a>
                <header>
                <h1>Migrations <span class="verdict %s">%s</span></h1>
                <form id="filter" role="search" hidden>
                <label>Search <input type="search" id="search" placeholder="words, SQL"></label>
                <label>Verdict <select id="verdict"><option value="">all</option><option value="failed">failed</option><option value="noticed">with notices</option><option value="passed">ok</option><option value="skipped">skipped</option></select></label>
                <label>Table or object <select id="table"><option value="">all</option></select></label>
                <label>Rule <select id="rule"><option value="">all</option></select></label>
                <button type="button" id="clear">Show all</button>
                <button type="button" id="open">Open all shown</button>
                <output id="shown" aria-live="polite"></output>
                </form>
                </header>
                <main id="main">
                %s</main>
                <footer>Made by Switchback.</footer>
                <script>
                %s</script>
                </body>
                </html>
                """
                .formatted(
                        fails ? "findings" : "all hold",
                        resource("report.css"),
                        fails ? "fail" : "ok",
                        fails ? "something fails" : "all hold",
                        HtmlHistory.remarks(remarks) + String.join("", sections) + rules(sections),
                        resource("report.js"));
    }

    private static String rules(List<String> sections) {
        List<RulePage> pages = RulePage.linkedFrom(sections);
        return pages.isEmpty()
                ? ""
                : pages.stream()
                        .map(RulePage::html)
                        .collect(joining(
                                "", "<section class=\"rules\">\n<h2>What the rules mean</h2>\n", "</section>\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
