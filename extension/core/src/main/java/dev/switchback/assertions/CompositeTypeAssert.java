package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/** Assertions on a composite type, whose fields are its columns; see {@link SchemaAssert#compositeType}. */
public class CompositeTypeAssert extends RelationAssert<CompositeTypeAssert> {

    /** Begins assertions on a composite type alone, without its fields. */
    public CompositeTypeAssert(SchemaObject actual) {
        super(actual, CompositeTypeAssert.class);
    }
}
