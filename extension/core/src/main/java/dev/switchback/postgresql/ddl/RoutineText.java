package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;

/** The statement that makes a function, procedure or aggregate. */
final class RoutineText {

    private RoutineText() {}

    static String of(SchemaObject routine) {
        return routine.kind() == ObjectKind.AGGREGATE
                ? AggregateText.of(routine)
                : routine.definition().stripTrailing();
    }
}
