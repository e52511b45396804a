package dev.switchback.report;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/** Differences as a table: objects with their attributes, before and after. A column that would be empty is left out. */
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
        String columns =
                column("before", changes.stream().anyMatch(change -> isSeen(change, change.before(), "removed")))
                        + column("after", changes.stream().anyMatch(change -> isSeen(change, change.after(), "added")));
        return changes.stream()
                .filter(change -> !(isWhole(change) && whole.contains(change.change() + change.table())))
                .map(change -> row(change, changes, columns))
                .collect(joining(
                        "",
                        "<table class=\"changes\"><thead><tr><th scope=\"col\">object</th>" + columns
                                + "</tr></thead><tbody>\n",
                        "</tbody></table>\n"));
    }

    private static String column(String name, boolean isSeen) {
        return isSeen ? "<th scope=\"col\">" + name + "</th>" : "";
    }

    /** Whether something stands in the column; an object that comes or goes as a whole has its parts there. */
    private static boolean isSeen(ReportedChange change, String text, String wholly) {
        return !text.isBlank() || change.change().equals(wholly);
    }

    private static boolean isWhole(ReportedChange change) {
        return change.change().equals("added") || change.change().equals("removed");
    }

    private static String key(ReportedChange change) {
        return change.change() + change.name();
    }

    private static String row(ReportedChange change, List<ReportedChange> all, String columns) {
        String parts = change.table().isEmpty() && isWhole(change) ? parts(change, all) : "";
        boolean isRemoved = change.change().equals("removed");
        return "<tr class=\"%s\"><th scope=\"row\">%s <span class=\"kind\">%s</span> %s%s</th>%s%s</tr>\n"
                .formatted(
                        change.change(),
                        change.change(),
                        change.kind(),
                        HtmlText.escaped(change.name()),
                        change.attribute().isEmpty()
                                ? ""
                                : " <span class=\"kind\">" + HtmlText.escaped(change.attribute()) + "</span>",
                        cell("before", columns, change.before() + (isRemoved ? parts : "")),
                        cell("after", columns, change.after() + (isRemoved ? "" : parts)));
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

    private static String cell(String column, String columns, String text) {
        return columns.contains(column) ? "<td>" + sql(text) + "</td>" : "";
    }

    private static String sql(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? "" : "<pre>" + HtmlText.escaped(stripped) + "</pre>";
    }
}
