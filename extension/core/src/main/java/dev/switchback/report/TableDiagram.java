package dev.switchback.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tables as boxes in SVG, with a line from each foreign key to the table that it refers to. */
final class TableDiagram {

    private static final int MOST_COLUMNS = 12;
    private static final int WIDTH = 230;
    private static final int GAP_X = 70;
    private static final int GAP_Y = 14;
    private static final int LINE = 17;
    private static final int MARGIN = 10;
    private static final int LONGEST_TEXT = 32;

    private record Box(ReportedTable table, int x, int y, int height) {}

    private final List<ReportedTable> tables;
    private final Map<String, String> changes;
    private final boolean hasColumns;
    private final Map<String, Box> boxes = new HashMap<>();
    private int height;
    private int width;

    private TableDiagram(List<ReportedTable> tables, Map<String, String> changes, boolean hasColumns) {
        this.tables = tables;
        this.changes = changes;
        this.hasColumns = hasColumns;
        place();
    }

    /**
     * A picture of few tables.
     *
     * @param changes what became of tables, by their qualified names, in a word
     */
    static TableDiagram withColumns(List<ReportedTable> tables, Map<String, String> changes) {
        return new TableDiagram(tables, changes, true);
    }

    /** A picture of many. */
    static TableDiagram namesOnly(List<ReportedTable> tables, Map<String, String> changes) {
        return new TableDiagram(tables, changes, false);
    }

    private void place() {
        int x = MARGIN;
        for (List<ReportedTable> column : DiagramLayout.columns(tables)) {
            int y = MARGIN;
            for (ReportedTable table : column) {
                Box box = new Box(table, x, y, LINE * (1 + lines(table)) + 8);
                boxes.put(table.qualified(), box);
                y += box.height() + GAP_Y;
            }
            height = Math.max(height, y);
            x += WIDTH + GAP_X;
        }
        width = x - GAP_X + MARGIN;
    }

    private int lines(ReportedTable table) {
        int columns = table.columns().size();
        return !hasColumns ? 0 : columns <= MOST_COLUMNS ? columns : MOST_COLUMNS + 1;
    }

    String svg() {
        StringBuilder svg = new StringBuilder(
                "<svg role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\"><title>%d tables</title>\n"
                        .formatted(width, height, width, height, tables.size()));
        tables.forEach(table -> table.references().forEach(reference -> line(svg, table.qualified(), reference)));
        tables.forEach(table -> box(svg, table));
        return svg.append("</svg>").toString();
    }

    private void line(StringBuilder svg, String from, String to) {
        Box child = boxes.get(from);
        Box parent = boxes.get(to);
        if (child == null || parent == null || from.equals(to)) {
            return;
        }
        int y1 = child.y() + LINE / 2 + 4;
        int y2 = parent.y() + LINE / 2 + 4;
        boolean isLeft = parent.x() < child.x();
        int x1 = isLeft ? child.x() : child.x() + WIDTH;
        int x2 = parent.x() + WIDTH;
        int bend = GAP_X / 2;
        svg.append("<path class=\"%s\" d=\"M%d %dC%d %d %d %d %d %d\"><title>%s refers to %s</title></path>\n"
                .formatted(
                        changes.containsKey(from) || changes.containsKey(to) ? "ref near" : "ref",
                        x1,
                        y1,
                        isLeft ? x1 - bend : x1 + bend,
                        y1,
                        x2 + bend,
                        y2,
                        x2,
                        y2,
                        HtmlText.escaped(from),
                        HtmlText.escaped(to)));
    }

    private void box(StringBuilder svg, ReportedTable table) {
        Box box = Objects.requireNonNull(boxes.get(table.qualified()));
        String change = changes.getOrDefault(table.qualified(), "");
        svg.append(
                "<g class=\"table %s\"><title>%s%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>"
                        .formatted(
                                change,
                                HtmlText.escaped(table.qualified()),
                                change.isEmpty() ? "" : ", " + change,
                                box.x(),
                                box.y(),
                                WIDTH,
                                box.height()));
        text(svg, "head", box.x() + 8, box.y() + LINE, table.name() + (change.isEmpty() ? "" : " (" + change + ")"));
        if (hasColumns) {
            columns(svg, box);
        }
        svg.append("</g>\n");
    }

    private static void columns(StringBuilder svg, Box box) {
        List<ReportedTable.Column> columns = box.table().columns();
        int shown = Math.min(MOST_COLUMNS, columns.size());
        int y = box.y() + LINE;
        for (ReportedTable.Column column : columns.subList(0, shown)) {
            y += LINE;
            text(
                    svg,
                    "",
                    box.x() + 8,
                    y,
                    (column.key().isEmpty() ? "" : column.key() + " ") + column.name() + " " + column.type());
        }
        if (shown < columns.size()) {
            text(svg, "more", box.x() + 8, y + LINE, "and " + (columns.size() - shown) + " more");
        }
    }

    private static void text(StringBuilder svg, String kind, int x, int y, String text) {
        String cut = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "\u2026";
        svg.append("<text%s x=\"%d\" y=\"%d\">%s</text>"
                .formatted(kind.isEmpty() ? "" : " class=\"" + kind + "\"", x, y, HtmlText.escaped(cut)));
    }
}
