package dev.switchback.assertions;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import javax.sql.DataSource;

/** The entry for tests that say given, when and then; meant to be imported statically. */
public final class SwitchbackBddAssertions {

    private SwitchbackBddAssertions() {}

    /** Begins assertions on a schema. */
    public static SchemaAssert then(Schema actual) {
        return new SchemaAssert(actual);
    }

    /** Begins assertions on the differences between two schemas. */
    public static SchemaDiffAssert then(SchemaDiff actual) {
        return new SchemaDiffAssert(actual);
    }

    /** Begins assertions on the rows of a database. */
    public static DatabaseAssert then(DataSource actual) {
        return new DatabaseAssert(actual);
    }
}
