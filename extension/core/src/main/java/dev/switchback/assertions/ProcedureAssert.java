package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/** Assertions on a procedure; see {@link SchemaAssert#procedure}. */
public class ProcedureAssert extends RoutineAssert<ProcedureAssert> {

    /** Begins assertions on a procedure alone. */
    public ProcedureAssert(SchemaObject actual) {
        super(actual, ProcedureAssert.class);
    }
}
