package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A table of orders, without a database. */
final class Orders {

    static final SchemaObject TABLE =
            SchemaObject.of(ObjectName.of(ObjectKind.TABLE, "public", "orders"), "", Map.of());

    private Orders() {}

    static Schema schema(SchemaObject... more) {
        return Schema.of(
                "PostgreSQL",
                "cluster:1",
                Stream.concat(Stream.of(TABLE, column("id", 1, "bigint not null")), Stream.of(more))
                        .toList(),
                List.of());
    }

    static SchemaObject column(String name, int position, String definition) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("type", definition.replace(" not null", ""));
        attributes.put("position", String.valueOf(position));
        if (definition.endsWith(" not null")) {
            attributes.put("nullability", "not null");
        }
        return part(ObjectKind.COLUMN, name, definition, attributes);
    }

    static SchemaObject index(String name, String columns) {
        return part(
                ObjectKind.INDEX,
                name,
                "CREATE INDEX " + name + " ON public.orders USING btree (" + columns + ")",
                Map.of("columns", columns));
    }

    static SchemaObject part(ObjectKind kind, String name, String definition, Map<String, String> attributes) {
        return SchemaObject.of(new ObjectName(kind, "public", "orders", name), definition, attributes);
    }
}
