package dev.switchback.report;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/** Differences as a table: objects with their attributes, before and after. */
final class HtmlChanges {

    private HtmlChanges() {}

    static String table(List<ReportedChange> changes) {
        if (changes.isEmpty()) {
            return "<p>No change of the schema.</p>\n";
        }
        Set<String> whole = changes.stream()
                .filter(change -> change.table().isEmpty() && isWhole(change))
                .map(HtmlChanges::key)
                .collect(toSet());
        return changes.stream()
                .filter(change -> !(isWhole(change) && whole.contains(change.change() + change.table())))
                .map(change -> row(change, changes))
                .collect(joining(
                        "",
                        "<table class=\"changes\"><thead><tr><th scope=\"col\">object</th><th scope=\"col\">before</th>"
                                + "<th scope=\"col\">after</th></tr></thead><tbody>\n",
                        "</tbody></table>\n"));
    }

    private static boolean isWhole(ReportedChange change) {
        return change.change().equals("added") || change.change().equals("removed");
    }

    private static String key(ReportedChange change) {
        return change.change() + change.name();
    }

    private static String row(ReportedChange change, List<ReportedChange> all) {
        String parts = change.table().isEmpty() && isWhole(change) ? parts(change, all) : "";
        boolean isRemoved = change.change().equals("removed");
        return "<tr class=\"%s\"><th scope=\"row\">%s <span class=\"kind\">%s</span> %s%s</th><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        change.change(),
                        change.change(),
                        change.kind(),
                        HtmlText.escaped(change.name()),
                        change.attribute().isEmpty()
                                ? ""
                                : " <span class=\"kind\">" + HtmlText.escaped(change.attribute()) + "</span>",
                        sql(change.before() + (isRemoved ? parts : "")),
                        sql(change.after() + (isRemoved ? "" : parts)));
    }

    /** The parts of an object that came or went with it, a line each. */
    private static String parts(ReportedChange whole, List<ReportedChange> all) {
        return all.stream()
                .filter(part ->
                        part.change().equals(whole.change()) && part.table().equals(whole.name()))
                .map(part -> "\n" + part.kind() + " "
                        + part.name().substring(part.name().lastIndexOf('.') + 1) + " " + part.before() + part.after())
                .collect(joining());
    }

    private static String sql(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? "" : "<pre>" + HtmlText.escaped(stripped) + "</pre>";
    }
}
