package dev.switchback.schema;

import dev.switchback.schema.Change.Changed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds tables whose common columns are in another order. */
final class ColumnOrder {

    static final Comparator<SchemaObject> BY_POSITION = Comparator.comparingInt(ColumnOrder::position);

    private ColumnOrder() {}

    static List<Change> changes(List<ObjectPair> pairs) {
        Map<String, List<ObjectPair>> columns = new LinkedHashMap<>();
        for (ObjectPair pair : pairs) {
            if (pair.after().kind() == ObjectKind.COLUMN) {
                columns.computeIfAbsent(pair.after().name().qualifiedParent(), parent -> new ArrayList<>())
                        .add(pair);
            }
        }
        List<Change> changes = new ArrayList<>();
        for (ObjectPair pair : pairs) {
            List<ObjectPair> own = columns.get(pair.after().name().qualified());
            if (own != null
                    && pair.after().kind().isRelation()
                    && !pair.after().kind().isView()) {
                List<String> from = order(own, ObjectPair::before);
                List<String> to = order(own, ObjectPair::after);
                if (!from.equals(to)) {
                    MovedColumns moved = MovedColumns.between(from, to);
                    changes.add(new Changed(
                            pair.before(),
                            pair.after(),
                            Attributes.COLUMN_ORDER,
                            moved.from(),
                            moved.to(),
                            ChangeCategory.COLUMN_ORDER));
                }
            }
        }
        return changes;
    }

    /** A renamed column goes by its new name on both sides. */
    private static List<String> order(List<ObjectPair> columns, Function<ObjectPair, SchemaObject> side) {
        return columns.stream()
                .sorted(Comparator.comparing(side, BY_POSITION))
                .map(pair -> pair.after().name().name())
                .toList();
    }

    private static int position(SchemaObject column) {
        String position = column.attribute(Attributes.POSITION);
        return position.isEmpty() ? 0 : Integer.parseInt(position);
    }
}
