package dev.switchback.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Objects to compare. */
final class Samples {

    private Samples() {}

    static SchemaObject table(String name) {
        return object(new ObjectName(ObjectKind.TABLE, "public", "", name), "", Map.of());
    }

    static SchemaObject column(String table, int position, String name, String type, String nullability) {
        Map<String, String> attributes = new TreeMap<>(Map.of("type", type, "position", String.valueOf(position)));
        if (!nullability.isEmpty()) {
            attributes.put("nullability", nullability);
        }
        return object(
                new ObjectName(ObjectKind.COLUMN, "public", table, name),
                (type + " " + nullability).strip(),
                attributes);
    }

    static SchemaObject index(String table, String name, String columns) {
        return object(
                new ObjectName(ObjectKind.INDEX, "public", table, name),
                "CREATE INDEX %s ON public.%s USING btree (%s)".formatted(name, table, columns),
                Map.of("columns", columns));
    }

    static SchemaObject object(ObjectName name, String definition, Map<String, String> attributes) {
        return SchemaObject.of(name, definition, attributes);
    }

    static SchemaObject known(SchemaObject object, long identity) {
        return new SchemaObject(object.name(), object.definition(), object.attributes(), identity);
    }

    static Schema schema(SchemaObject... objects) {
        return Schema.of("PostgreSQL", "cluster:1", List.of(objects), List.of());
    }

    static Schema elsewhere(SchemaObject... objects) {
        return Schema.of("PostgreSQL", "cluster:2", List.of(objects), List.of());
    }
}
