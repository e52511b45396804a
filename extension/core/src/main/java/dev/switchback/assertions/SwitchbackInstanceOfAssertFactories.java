package dev.switchback.assertions;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactory;

/** For AssertJ's {@code asInstanceOf}, {@code extracting} and others that hand over to another type of assertion. */
public final class SwitchbackInstanceOfAssertFactories {

    /** Hands over a schema. */
    public static final InstanceOfAssertFactory<Schema, SchemaAssert> SCHEMA =
            new InstanceOfAssertFactory<>(Schema.class, SchemaAssert::new);

    /** Hands over the differences between two schemas. */
    public static final InstanceOfAssertFactory<SchemaDiff, SchemaDiffAssert> SCHEMA_DIFF =
            new InstanceOfAssertFactory<>(SchemaDiff.class, SchemaDiffAssert::new);

    /** Hands over a database. */
    public static final InstanceOfAssertFactory<DataSource, DatabaseAssert> DATABASE =
            new InstanceOfAssertFactory<>(DataSource.class, DatabaseAssert::new);

    private SwitchbackInstanceOfAssertFactories() {}
}
