package dev.switchback.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The schema in pictures: what changed last, with the tables beside it, and each schema as a whole. */
final class SchemaDiagrams {

    /** More tables with their columns are no picture any more. */
    private static final int MOST_IN_DETAIL = 40;

    private final ReportedHistory history;

    private SchemaDiagrams(ReportedHistory history) {
        this.history = history;
    }

    static String of(ReportedHistory history) {
        return history.tables().isEmpty() ? "" : new SchemaDiagrams(history).all();
    }

    private String all() {
        List<ReportedStep> latest = latest();
        Map<String, String> changes = changes(latest);
        List<ReportedTable> near = near(changes.keySet());
        StringBuilder html = new StringBuilder("<section class=\"schema\"><h3>The schema</h3>\n");
        if (!near.isEmpty() && near.size() <= MOST_IN_DETAIL) {
            String by = latest.size() == 1 ? latest.get(0).name() : latest.size() + " migrations";
            html.append(figure(
                    "Changed by " + by + ", with what refers to it and what it refers to",
                    TableDiagram.withColumns(near, changes).svg()));
        }
        Map<String, List<ReportedTable>> schemas =
                history.tables().stream().collect(groupingBy(ReportedTable::schema, TreeMap::new, toList()));
        schemas.forEach((schema, tables) -> html.append("<details><summary>All ")
                .append(tables.size())
                .append(tables.size() == 1 ? " table of " : " tables of ")
                .append(HtmlText.escaped(schema))
                .append("</summary>\n")
                .append(figure(
                        "Tables of " + schema,
                        TableDiagram.namesOnly(tables, changes).svg()))
                .append(list(tables))
                .append("</details>\n"));
        return html.append("</section>\n").toString();
    }

    /** Steps that are new since verdicts were kept or, if none is, the newest. */
    private List<ReportedStep> latest() {
        List<ReportedStep> judged = history.steps().stream()
                .filter(step -> step.verdict() != ReportedVerdict.SKIPPED)
                .toList();
        List<ReportedStep> fresh = judged.stream().filter(step -> !step.known()).toList();
        return fresh.isEmpty() || fresh.size() == judged.size()
                ? judged.subList(Math.max(0, judged.size() - 1), judged.size())
                : fresh;
    }

    private static Map<String, String> changes(List<ReportedStep> steps) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (ReportedStep step : steps) {
            for (ReportedChange change : step.changes()) {
                boolean isNew = change.kind().equals("table") && change.change().equals("added");
                changes.merge(change.subject(), isNew ? "added" : "changed", (old, more) -> old);
            }
        }
        return changes;
    }

    private List<ReportedTable> near(Set<String> changed) {
        Set<String> names = new HashSet<>(changed);
        for (ReportedTable table : history.tables()) {
            if (changed.contains(table.qualified())) {
                names.addAll(table.references());
            } else if (table.references().stream().anyMatch(changed::contains)) {
                names.add(table.qualified());
            }
        }
        return history.tables().stream()
                .filter(table -> names.contains(table.qualified()))
                .toList();
    }

    private static String figure(String caption, String svg) {
        return "<figure class=\"diagram\"><figcaption>%s</figcaption><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">%s</div></figure>\n"
                .formatted(HtmlText.escaped(caption), HtmlText.escaped(caption), svg);
    }

    /** The same for those who see no picture. */
    private static String list(List<ReportedTable> tables) {
        return tables.stream()
                .map(table -> "<li>%s%s</li>\n"
                        .formatted(
                                HtmlText.escaped(table.name()),
                                table.references().isEmpty()
                                        ? ""
                                        : " refers to " + HtmlText.escaped(String.join(", ", table.references()))))
                .collect(joining("", "<details><summary>As a list</summary><ul>\n", "</ul></details>\n"));
    }
}
