package dev.switchback.assertions;

import dev.switchback.schema.SchemaDiff;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the differences between two schemas. To be called. */
public class SchemaDiffAssert extends AbstractAssert<SchemaDiffAssert, SchemaDiff> {

    /** Begins assertions; see {@link SwitchbackAssertions#assertThat(SchemaDiff)}. */
    public SchemaDiffAssert(SchemaDiff actual) {
        super(actual, SchemaDiffAssert.class);
    }
}
