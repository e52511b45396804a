package dev.switchback.schema;

import dev.switchback.schema.Change.Changed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Views that differ in the order of their columns alone, because what they read does. */
final class ViewOrder {

    private static final String SELECT = "SELECT ";
    private static final String FROM = "\n   FROM ";

    private ViewOrder() {}

    /** A query that begins with a list of columns. */
    private record Query(List<String> columns, String rest) {

        static Optional<Query> of(String definition) {
            String text = definition.strip();
            int from = SqlText.outside(text, FROM, 0);
            return text.startsWith(SELECT) && from > 0
                    ? Optional.of(new Query(items(text.substring(SELECT.length(), from)), text.substring(from)))
                    : Optional.empty();
        }

        private static List<String> items(String list) {
            List<String> items = new ArrayList<>();
            int start = 0;
            for (int comma = SqlText.outside(list, ",", 0); comma >= 0; comma = SqlText.outside(list, ",", start)) {
                items.add(list.substring(start, comma).strip());
                start = comma + 1;
            }
            items.add(list.substring(start).strip());
            return items;
        }

        boolean isReordered(Query other) {
            return rest.equals(other.rest)
                    && !columns.equals(other.columns)
                    && columns.stream()
                            .sorted()
                            .toList()
                            .equals(other.columns.stream().sorted().toList());
        }

        List<String> names() {
            return columns.stream()
                    .map(column -> column.substring(column.lastIndexOf(' ') + 1))
                    .map(column -> column.substring(column.lastIndexOf('.') + 1))
                    .toList();
        }
    }

    /** The changes, in which such views differ in what their tables do. */
    static List<Change> explained(List<Change> changes) {
        List<Change> explained = new ArrayList<>(changes);
        Set<String> moved = new HashSet<>();
        boolean more = true;
        while (more) {
            explained.stream()
                    .filter(change -> change.category() == ChangeCategory.COLUMN_ORDER)
                    .forEach(change -> moved.add(change.name().qualified()));
            more = false;
            for (int i = 0; i < explained.size(); i++) {
                Optional<Change> order = order(explained.get(i), moved);
                if (order.isPresent()) {
                    explained.set(i, order.get());
                    more = true;
                }
            }
        }
        return explained;
    }

    private static Optional<Change> order(Change change, Set<String> moved) {
        if (!(change instanceof Changed changed)
                || !changed.attribute().equals(Attributes.DEFINITION)
                || !changed.name().kind().isView()
                || moved.stream().noneMatch(changed.from()::contains)) {
            return Optional.empty();
        }
        Optional<Query> before = Query.of(changed.from());
        Optional<Query> after = Query.of(changed.to());
        if (before.isEmpty() || after.isEmpty() || !before.get().isReordered(after.get())) {
            return Optional.empty();
        }
        MovedColumns columns =
                MovedColumns.between(before.get().names(), after.get().names());
        return Optional.of(new Changed(
                changed.before(),
                changed.after(),
                Attributes.COLUMN_ORDER,
                columns.from(),
                columns.to(),
                ChangeCategory.COLUMN_ORDER));
    }
}
