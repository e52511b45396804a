package dev.switchback.report;

import static java.util.stream.Collectors.joining;

import java.util.SortedSet;
import java.util.stream.Stream;

/** One rung of the ladder: a line with times and verdict, which opens to all that is known of the migration. */
final class HtmlStep {

    private final ReportedStep step;
    private final long longest;
    private final boolean hasTrends;
    private final SortedSet<String> subjects;

    private HtmlStep(ReportedStep step, long longest, boolean hasTrends, SortedSet<String> subjects) {
        this.step = step;
        this.longest = longest;
        this.hasTrends = hasTrends;
        this.subjects = subjects;
    }

    /**
     * The rung as an item of a list.
     *
     * @param longest the microseconds of the slowest script of the history, against which times are drawn; 0 if none was measured
     * @param hasTrends whether the ladder has a column for times of earlier runs
     * @param subjects the tables and other objects that it has to do with
     */
    static String item(ReportedStep step, long longest, boolean hasTrends, SortedSet<String> subjects) {
        return new HtmlStep(step, longest, hasTrends, subjects).item();
    }

    private String item() {
        String state = state();
        return "<li class=\"step %s\" data-verdict=\"%s\" data-rules=\"%s\" data-tables=\"%s\"><details%s><summary><span class=\"name\">%s</span>%s%s%s%s<span class=\"verdict\">%s</span></summary>\n<div class=\"body\">%s</div></details></li>\n"
                .formatted(
                        state,
                        state,
                        lines(step.findings().stream()
                                .map(ReportedFinding::rule)
                                .distinct()),
                        lines(subjects.stream()),
                        step.verdict() == ReportedVerdict.FAILED ? " open" : "",
                        HtmlText.escaped(step.name()),
                        time("up", step.times().up()),
                        time("down", step.times().down()),
                        time("again", step.times().again()),
                        hasTrends ? HtmlTrend.bars(step.trend()) : "",
                        step.verdictText() + (step.known() ? " (known)" : ""),
                        body());
    }

    private static String lines(Stream<String> words) {
        return words.map(HtmlText::escaped).collect(joining("\n"));
    }

    /** The verdict as the filter knows it: one that holds with notices is a kind of its own. */
    private String state() {
        return step.verdict() == ReportedVerdict.PASSED && !step.findings().isEmpty()
                ? "noticed"
                : step.verdict().id();
    }

    private String time(String way, long micros) {
        if (longest == 0) {
            return "<span></span>"; // keeps its column
        }
        long width = Math.round(100.0 * micros / longest);
        return "<span class=\"time\"><span class=\"way\">%s</span> %s%s</span>"
                .formatted(
                        way,
                        HtmlText.escaped(ReportedTimes.text(micros)),
                        width == 0 ? "" : "<i style=\"width:" + width + "%\"></i>");
    }

    private String body() {
        String reason = step.reason().isEmpty() ? "" : "<p>Skipped: " + HtmlText.escaped(step.reason()) + "</p>\n";
        String known = step.known()
                ? "<p>Judged by an earlier run; nothing that the verdict follows from has changed since.</p>\n"
                : "";
        boolean didNotRun =
                step.verdict() == ReportedVerdict.SKIPPED || step.times().equals(ReportedTimes.NONE);
        String changes = didNotRun && step.changes().isEmpty()
                ? ""
                : "<h4>What it changes</h4>\n" + HtmlChanges.table(step.changes());
        return reason
                + known
                + HtmlFindings.of(step.findings())
                + changes
                + HtmlRows.of(step.rows())
                + HtmlLocks.picture(step.locks())
                + scripts();
    }

    private String scripts() {
        String pair = Stream.of(step.up(), step.down())
                .filter(script -> !script.text().isEmpty())
                .map(script -> "<figure><figcaption>" + HtmlText.escaped(script.file()) + "</figcaption><pre>"
                        + HtmlText.escaped(script.text()) + "</pre></figure>")
                .collect(joining());
        return pair.isEmpty() ? "" : "<h4>SQL</h4>\n<div class=\"pair\">" + pair + "</div>\n";
    }
}
