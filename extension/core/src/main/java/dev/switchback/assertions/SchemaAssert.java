package dev.switchback.assertions;

import dev.switchback.schema.Schema;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a schema. To be called. */
public class SchemaAssert extends AbstractAssert<SchemaAssert, Schema> {

    /** Begins assertions; see {@link SwitchbackAssertions#assertThat(Schema)}. */
    public SchemaAssert(Schema actual) {
        super(actual, SchemaAssert.class);
    }
}
