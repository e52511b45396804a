package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowHint;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.WholeWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plans of rows that are wanted of one table and of its partitions.
 *
 * @param before the schema that the rows are made for
 */
record TablePlans(FillPlan plan, Schema before, Partitions partitions) {

    /** The hints with one more for each partition of a table; empty if the condition speaks of none of its columns. */
    Optional<List<RowHint>> where(SchemaObject table, String condition) {
        return columns(table)
                .filter(column -> WholeWord.isIn(condition, column))
                .findFirst()
                .map(column -> {
                    List<RowHint> hints = new ArrayList<>(plan.hints());
                    partitions
                            .leaves(table.name().qualified())
                            .forEach(leaf -> hints.add(RowHint.onTable(leaf, column, condition)));
                    return hints;
                });
    }

    Stream<String> columns(SchemaObject table) {
        return before.childrenOf(table).stream()
                .filter(child -> child.kind() == ObjectKind.COLUMN)
                .map(column -> column.name().name());
    }

    /** Its partitions that have rows, or the table itself, by qualified names. */
    Set<String> leaves(String table) {
        return partitions.leaves(table);
    }

    static String listed(List<String> names) {
        return String.join(", ", names.stream().map(TablePlans::quoted).toList());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
