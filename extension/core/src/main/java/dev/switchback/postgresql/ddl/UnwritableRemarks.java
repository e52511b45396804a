package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Remarks on what is true of an object and cannot be said in SQL. */
final class UnwritableRemarks {

    private UnwritableRemarks() {}

    /** Of an object that no statement makes. */
    static List<String> instead(SchemaObject object, SchemaLookup lookup) {
        return Stream.concat(Stream.of(object), lookup.children(object).stream())
                .flatMap(UnwritableRemarks::whole)
                .toList();
    }

    private static Stream<String> whole(SchemaObject object) {
        List<String> lines = new ArrayList<>();
        lines.add("not in SQL: " + object);
        object.attributes().forEach((attribute, value) -> lines.add("  " + attribute + ": " + value));
        return lines.stream();
    }

    /** Of an object that some statements make. */
    static List<String> beside(SchemaObject object, DdlContext context) {
        List<String> lines = new ArrayList<>(ofPart(object));
        if (object.kind() == ObjectKind.EXTENSION && !object.attribute("owner").isEmpty()) {
            lines.add("not in SQL: owner " + object.attribute("owner"));
        }
        if (object.kind() == ObjectKind.CAST && InitialObjects.isOfRange(object, context)) {
            lines.add("comes with the range type, " + object.definition());
        }
        if (object.kind() == ObjectKind.INDEX && !object.attribute("valid").isEmpty() && !PartialIndex.is(object)) {
            lines.add("not in SQL: " + object.name().local() + " is " + object.attribute("valid"));
        }
        return lines;
    }

    /** Of what a partition has from its parent, with a name of its own. */
    static List<String> ofPart(SchemaObject object) {
        String whole = object.attribute("part of");
        return !PartialIndex.isImplied(object)
                ? List.of()
                : List.of(object.name().local() + " is part of " + whole);
    }
}
