package dev.switchback.assertions;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Soft assertions on schemas: each failure is collected, wherever the assertions lead, and all are thrown at the end. To
 * be called, and to be implemented beside other such interfaces by who combines them.
 */
public interface SwitchbackSoftAssertionsProvider extends SoftAssertionsProvider {

    /**
     * Begins assertions on a schema. Where an object is not there, this is collected, and nothing more is said about it.
     */
    default SchemaAssert assertThat(Schema actual) {
        SchemaAssert assertion = proxy(SchemaAssert.class, Schema.class, actual);
        assertion.collectInto(this);
        return assertion;
    }

    /** Begins assertions on the differences between two schemas. */
    default SchemaDiffAssert assertThat(SchemaDiff actual) {
        return proxy(SchemaDiffAssert.class, SchemaDiff.class, actual).as("changes");
    }

    /** Begins assertions on the rows of a database. */
    default DatabaseAssert assertThat(DataSource actual) {
        DatabaseAssert assertion =
                proxy(DatabaseAssert.class, DataSource.class, actual).as("rows");
        assertion.collectInto(this);
        return assertion;
    }
}
