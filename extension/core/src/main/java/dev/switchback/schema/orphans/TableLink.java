package dev.switchback.schema.orphans;

import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/**
 * Two tables whose rows are to be compared. For an {@link OrphanDialect}.
 *
 * @param key the foreign key; empty if a test declared the relation
 * @param table the table that refers
 * @param columns the columns that refer
 * @param parent the table that is referred to
 * @param parentColumns the columns that are referred to, in the order of the others
 */
public record TableLink(
        Optional<SchemaObject> key,
        SchemaObject table,
        List<String> columns,
        SchemaObject parent,
        List<String> parentColumns) {

    public TableLink {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }

    /** {@code public.orders(customer_id) refers to public.customer(id)}. */
    @Override
    public String toString() {
        return "%s(%s) refers to %s(%s)"
                .formatted(
                        table.name().qualified(),
                        String.join(", ", columns),
                        parent.name().qualified(),
                        String.join(", ", parentColumns));
    }
}
