package dev.switchback.report;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The section of a page about the migrations of one place. */
final class HtmlHistory {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HtmlHistory() {}

    static String section(ReportedHistory history) {
        long longest = history.steps().stream()
                .map(ReportedStep::times)
                .mapToLong(times -> Math.max(times.up(), Math.max(times.down(), times.again())))
                .max()
                .orElse(0);
        StepSubjects subjects = new StepSubjects(history);
        return """
                <section class="history">
                <h2>%s</h2>
                <p class="sum">%s. Judged by %s at <time datetime="%s">%s</time>.</p>
                %s%s%s<ol class="ladder%s">
                %s</ol>
                %s%s</section>
                """
                .formatted(
                        HtmlText.escaped(history.title()),
                        history.sum(),
                        HtmlText.escaped(history.judgment().words()),
                        history.judgment().when(),
                        minute(history.judgment().when()),
                        remarks(history.remarks()),
                        HtmlFindings.of(history.findings()),
                        HtmlTrend.slower(history.steps()),
                        history.hasTrends() ? " trends" : "",
                        history.steps().stream()
                                .map(step -> HtmlStep.item(step, longest, history.hasTrends(), subjects.of(step)))
                                .collect(joining()),
                        SchemaDiagrams.of(history),
                        notCompared(history));
    }

    /** The time for a reader. */
    static String minute(Instant when) {
        return MINUTE.format(when);
    }

    /** The section of an earlier call. */
    static String earlier(String section) {
        return section.replaceFirst(
                "<p class=\"sum\">",
                "<p class=\"remark\">By an earlier call; the scripts are the same since.</p>\n<p class=\"sum\">");
    }

    static String remarks(List<String> remarks) {
        return remarks.stream()
                .map(remark -> "<p class=\"remark\">" + HtmlText.escaped(remark) + "</p>\n")
                .collect(joining());
    }

    private static String notCompared(ReportedHistory history) {
        return history.notCompared().stream()
                .map(line -> "<li>" + HtmlText.escaped(line) + "</li>\n")
                .collect(joining(
                        "",
                        "<details class=\"left-out\"><summary>What was not compared</summary>\n<ul>\n",
                        "</ul></details>\n"))
                .replaceFirst("(?s)^.*<ul>\\s*</ul></details>\n$", "");
    }
}
