package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The domains, composite types and ranges that a type is a part of. */
final class DerivedTypes {

    private final SchemaLookup schema;
    private final Set<SchemaObject> found = new LinkedHashSet<>();

    private DerivedTypes(SchemaLookup schema) {
        this.schema = schema;
    }

    /** In any number of steps, each behind all that are a part of it. */
    static List<SchemaObject> of(SchemaObject type, SchemaLookup schema) {
        DerivedTypes derived = new DerivedTypes(schema);
        derived.collect(type);
        return List.copyOf(derived.found);
    }

    private void collect(SchemaObject type) {
        Stream.of(ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE_TYPE)
                .flatMap(kind -> schema.all(kind).stream())
                .filter(other -> !other.equals(type) && has(other, type))
                .toList()
                .forEach(other -> {
                    found.remove(other);
                    found.add(other);
                    collect(other);
                });
    }

    private boolean has(SchemaObject other, SchemaObject type) {
        return switch (other.kind()) {
            case DOMAIN -> isOf(other.attribute("type"), type);
            case RANGE_TYPE -> isOf(other.attribute("subtype"), type);
            default ->
                schema.children(other, ObjectKind.COLUMN).stream()
                        .anyMatch(attribute -> isOf(attribute.attribute("type"), type));
        };
    }

    /** Whether values of a type, such as those of a column, have values of another in them. */
    static boolean isOf(String written, SchemaObject type) {
        return names(type).stream().anyMatch(name -> written.equals(name) || written.equals(name + "[]"));
    }

    private static List<String> names(SchemaObject type) {
        List<String> names = new ArrayList<>(List.of(StatementName.of(type.name())));
        String multirange = type.attribute("multirange type");
        if (!multirange.isEmpty()) {
            names.add(multirange);
        }
        return names;
    }
}
