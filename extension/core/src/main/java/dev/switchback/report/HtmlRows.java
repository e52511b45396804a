package dev.switchback.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Rows as a table: how many each table held before and after each way, and what the statements wrote. */
final class HtmlRows {

    private static final List<String> WAYS = List.of("up", "down", "again");

    private final ReportedRows rows;

    private HtmlRows(ReportedRows rows) {
        this.rows = rows;
    }

    static String of(ReportedRows rows) {
        return rows.isEmpty() ? "" : new HtmlRows(rows).table();
    }

    private String table() {
        SortedSet<String> tables = new TreeSet<>();
        rows.counts().forEach(count -> tables.add(count.table()));
        rows.written().forEach(written -> tables.add(written.table()));
        boolean isGenerated = rows.counts().stream().anyMatch(ReportedRows.Count::isGenerated);
        return "<h4>Rows</h4>\n<table class=\"rows\"><caption>Rows before and after each way%s; an empty cell: the same rows</caption>"
                        .formatted(isGenerated ? ", over generated rows" : "")
                + Stream.of("table", "up", "down", "up again", "written by the statements")
                        .filter(column -> !rows.written().isEmpty() || !column.startsWith("written"))
                        .map(column -> "<th scope=\"col\">" + column + "</th>")
                        .collect(joining("", "<thead><tr>", "</tr></thead><tbody>\n"))
                + tables.stream().map(this::row).collect(joining("", "", "</tbody></table>\n"));
    }

    private String row(String table) {
        return "<tr><th scope=\"row\">%s</th>%s%s</tr>\n"
                .formatted(
                        HtmlText.escaped(table),
                        WAYS.stream()
                                .map(way -> "<td>" + counts(table, way) + "</td>")
                                .collect(joining()),
                        rows.written().isEmpty() ? "" : "<td>" + written(table) + "</td>");
    }

    private String counts(String table, String way) {
        return rows.counts().stream()
                .filter(count -> count.table().equals(table) && count.way().equals(way))
                .map(count -> count.before() == count.after()
                        ? count.after() + ", other contents"
                        : "%d → %d, <strong>%s</strong>"
                                .formatted(
                                        count.before(),
                                        count.after(),
                                        count.gained() > 0 ? count.gained() + " gained" : count.lost() + " lost"))
                .collect(joining());
    }

    private String written(String table) {
        return rows.written().stream()
                .filter(each -> each.table().equals(table))
                .flatMap(each -> Stream.of(
                        words(each.inserted(), "inserted"),
                        words(each.updated(), "updated"),
                        words(each.deleted(), "deleted")))
                .filter(words -> !words.isEmpty())
                .collect(joining(", "));
    }

    private static String words(long count, String what) {
        return count == 0 ? "" : count + " " + what;
    }
}
