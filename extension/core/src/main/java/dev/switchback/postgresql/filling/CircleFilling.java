package dev.switchback.postgresql.filling;

import dev.switchback.filling.FilledTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills tables that refer to each other with keys that may not be null: one statement brings a row into each, so that all are there when it ends. */
final class CircleFilling {

    private final FillSession session;
    private final CountedColumns counted;
    private final MadeRows made;
    private final MadeValues values;
    private final ParentKeys parents;

    CircleFilling(FillSession session, MadeRows made, MadeValues values, ParentKeys parents) {
        this.session = session;
        this.counted = new CountedColumns(session);
        this.made = made;
        this.values = values;
        this.parents = parents;
    }

    List<FilledTable> fill(List<FilledTarget> circle, int wanted) throws SQLException {
        int count = 0;
        String reason = "";
        for (int i = 0; i < wanted; i++) {
            try {
                session.attempt(statement(circle, i));
                count++;
                circle.forEach(parents::forget);
            } catch (SQLException e) {
                reason = ServerWords.of(e) + "; it refers to "
                        + String.join(
                                ", ", circle.stream().map(FilledTarget::name).toList()) + " in a circle";
            }
        }
        List<FilledTable> filled = new ArrayList<>();
        for (FilledTarget table : circle) {
            filled.add(FilledTable.of(table.name(), count, wanted, count < wanted ? reason : ""));
        }
        return filled;
    }

    private String statement(List<FilledTarget> circle, long number) throws SQLException {
        Map<Long, FilledRow> rows = new HashMap<>();
        for (FilledTarget table : circle) {
            rows.put(table.id(), made.row(table, number));
        }
        for (FilledTarget table : circle) {
            for (ParentLink link : table.parents()) {
                FilledRow parent = rows.get(link.parent());
                Optional<FilledTarget> target = circle.stream()
                        .filter(each -> each.id() == link.parent())
                        .findFirst();
                if (parent != null && target.isPresent()) {
                    link(rows.get(table.id()), link, parent, target.get(), number);
                }
            }
        }
        List<String> parts = new ArrayList<>();
        for (FilledTarget table : circle) {
            parts.add("row" + parts.size() + " AS (" + FilledRow.insert(table, List.of(rows.get(table.id()))) + ")");
        }
        return "WITH " + String.join(", ", parts) + " SELECT 1";
    }

    private void link(@Nullable FilledRow row, ParentLink link, FilledRow parent, FilledTarget target, long number)
            throws SQLException {
        for (int i = 0; row != null && i < link.columns().size(); i++) {
            String key = link.parentColumns().get(i);
            if (parent.value(key) == null) {
                FilledColumn column = target.column(key);
                parent.set(
                        key,
                        column.isCounted()
                                ? counted.next(target, column)
                                : values.plain(column, number).orElse(null));
            }
            row.set(link.columns().get(i), parent.value(key));
        }
    }
}
