package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/**
 * Assertions on a primary key or a unique constraint.
 *
 * @param <PARENT> the assertion on what it is a key of
 */
public class KeyAssert<PARENT> extends ConstraintAssert<KeyAssert<PARENT>, PARENT> {

    /** Begins assertions on a key alone. */
    public KeyAssert(SchemaObject actual) {
        super(actual, KeyAssert.class);
    }

    /** Consists of exactly these columns in this order. */
    public KeyAssert<PARENT> hasColumns(String... columns) {
        return hasNames("columns", "columns", columns);
    }

    /** Has this name, without its schema. */
    public KeyAssert<PARENT> hasName(String name) {
        return hasValue("name", name, actual.name().name(), String::equals);
    }
}
