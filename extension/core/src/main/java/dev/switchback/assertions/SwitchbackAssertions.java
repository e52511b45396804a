package dev.switchback.assertions;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;

/** Entry to the assertions; meant to be imported statically, beside those of AssertJ. */
public final class SwitchbackAssertions {

    private SwitchbackAssertions() {}

    /** Begins assertions on a schema. */
    public static SchemaAssert assertThat(Schema actual) {
        return new SchemaAssert(actual);
    }

    /** Begins assertions on the differences between two schemas. */
    public static SchemaDiffAssert assertThat(SchemaDiff actual) {
        return new SchemaDiffAssert(actual);
    }
}
