package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/** Assertions on a materialized view; see {@link SchemaAssert#materializedView}. */
public class MaterializedViewAssert extends IndexedAssert<MaterializedViewAssert> {

    /** Begins assertions on a materialized view alone, without its columns and indexes. */
    public MaterializedViewAssert(SchemaObject actual) {
        super(actual, MaterializedViewAssert.class);
    }

    /** Has a query that means this; see {@link ViewAssert#hasDefinition}. */
    public MaterializedViewAssert hasDefinition(String query) {
        return hasValue("query", query, actual.definition().strip(), this::sameExpression);
    }

    /** Holds rows. */
    public MaterializedViewAssert isPopulated() {
        return isInState("populated", "populated", "populated");
    }

    /** Was never refreshed. */
    public MaterializedViewAssert isNotPopulated() {
        return isInState("populated", "not populated", "populated");
    }
}
