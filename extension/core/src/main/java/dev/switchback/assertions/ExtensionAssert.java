package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/** Assertions on an extension; see {@link SchemaAssert#extension}. */
public class ExtensionAssert extends ObjectAssert<ExtensionAssert, SchemaAssert> {

    /** Begins assertions on an extension alone. */
    public ExtensionAssert(SchemaObject actual) {
        super(actual, ExtensionAssert.class);
    }

    /** Has this version. */
    public ExtensionAssert hasVersion(String version) {
        return hasValue("version", version, attribute("version"), String::equals);
    }

    /** Is installed in this schema. */
    public ExtensionAssert isInSchema(String schema) {
        return hasValue("schema", schema, attribute("in schema"), String::equals);
    }
}
