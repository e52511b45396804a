package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Says in one line what a table holds. */
final class TableSummary {

    private TableSummary() {}

    static String of(Stream<SchemaObject> children) {
        List<SchemaObject> all = children.toList();
        String columns = all.stream()
                .filter(child -> child.kind() == ObjectKind.COLUMN)
                .sorted(ColumnOrder.BY_POSITION)
                .map(column -> column.name().name() + " " + column.definition())
                .collect(joining(", ", "(", ")"));
        String others = all.stream()
                .filter(child -> child.kind() != ObjectKind.COLUMN)
                .map(child -> child.name().local())
                .collect(joining(", "));
        return others.isEmpty() ? columns : columns + " with " + others;
    }
}
