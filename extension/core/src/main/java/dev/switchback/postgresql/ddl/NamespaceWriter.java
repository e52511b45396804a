package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.ddl.Identifiers.quote;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;

/** Schemas and extensions. */
final class NamespaceWriter implements KindWriter {

    @Override
    public boolean create(SchemaObject object, Task task) {
        String name = quote(object.name().name());
        if (object.kind() == ObjectKind.SCHEMA) {
            task.draft().add(object.kind(), "CREATE SCHEMA " + name);
        } else {
            task.draft()
                    .add(
                            object.kind(),
                            "CREATE EXTENSION " + name + " WITH SCHEMA " + quote(object.attribute("in schema"))
                                    + " VERSION " + Identifiers.literal(object.attribute("version")));
        }
        // an extension brings its comment along; one that differs from it is seen once the extension is there
        if (object.kind() == ObjectKind.SCHEMA) {
            task.common(Alteration.ofNew(object));
        }
        return true;
    }

    @Override
    public void alter(Alteration alteration, Task task) {
        SchemaObject object = alteration.after();
        String alter = "ALTER EXTENSION " + quote(object.name().name());
        if (alteration.take("version")) {
            task.draft().add(object.kind(), alter + " UPDATE TO " + Identifiers.literal(alteration.to("version")));
        }
        if (alteration.take("in schema")) {
            task.draft().add(object.kind(), alter + " SET SCHEMA " + quote(alteration.to("in schema")));
        }
        task.common(alteration);
    }
}
