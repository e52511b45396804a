package dev.switchback.postgresql.catalog;

import dev.switchback.schema.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Objects that were read again.
 *
 * @param old what they were
 * @param fresh what they are
 */
record ReplacedObjects(List<SchemaObject> old, List<SchemaObject> fresh) {

    /** Whether one of these objects is there under another name now. */
    boolean isNameChanged(Predicate<SchemaObject> which) {
        Map<List<Object>, SchemaObject> byIdentity = new HashMap<>();
        old.forEach(object -> byIdentity.put(identity(object), object));
        return fresh.stream().filter(which).anyMatch(object -> {
            SchemaObject before = byIdentity.get(identity(object));
            return before != null && isNameChanged(before, object);
        });
    }

    /** The labels of an enum are names too, and so is that of the multirange which comes with a range. */
    private static boolean isNameChanged(SchemaObject before, SchemaObject after) {
        return switch (after.kind()) {
            case ENUM, RANGE_TYPE -> !before.equals(after);
            default -> !before.name().equals(after.name());
        };
    }

    /** Whether it is a relation or a part of one, so that what refers to it is known to depend on that relation. */
    static boolean isOfRelation(SchemaObject object) {
        return switch (object.kind()) {
            case TABLE, FOREIGN_TABLE, COLUMN, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> true;
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, TRIGGER, POLICY, RULE -> true;
            default -> false;
        };
    }

    private static List<Object> identity(SchemaObject object) {
        return List.of(object.kind(), object.identity());
    }
}
