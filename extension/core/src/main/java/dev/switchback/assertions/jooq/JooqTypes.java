package dev.switchback.assertions.jooq;

import dev.switchback.assertions.JooqDialect;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.Optional;
import org.jooq.DataType;

/** Compares types of one schema with what jOOQ's generator makes of them. */
final class JooqTypes {

    private final JooqDialect dialect;
    private final Schema schema;

    JooqTypes(Schema schema) {
        this.dialect = JooqDialect.ofProduct(schema.product());
        this.schema = schema;
    }

    /** The generated type as the product words it. */
    String worded(DataType<?> generated) {
        return dialect.worded(generated);
    }

    boolean isSame(String type, DataType<?> generated) {
        return dialect.isSame(type, generated, name -> domain(name).map(domain -> domain.attribute("type")));
    }

    /** By its kind or, to jOOQ, by its default. */
    boolean isIdentity(SchemaObject column) {
        return !column.attribute("identity").isEmpty() || dialect.isIdentity(column.attribute("default"));
    }

    /** The domain of this name. */
    Optional<SchemaObject> domain(String name) {
        return schema.objects(ObjectKind.DOMAIN).stream()
                .filter(domain -> domain.name().qualified().equals(name))
                .findFirst();
    }
}
