package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;

/** Schemas and extensions. */
final class NamespaceWriter implements KindWriter {

    @Override
    public boolean create(SchemaObject object, DdlContext context) {
        if (object.kind() == ObjectKind.SCHEMA) {
            context.draft()
                    .add(
                            object.kind(),
                            "CREATE SCHEMA " + quoteIfNeeded(object.name().name()));
        } else {
            context.draft().add(object.kind(), extension(object));
        }
        // an extension brings its comment along; one that differs from it is seen once the extension is there
        if (object.kind() == ObjectKind.SCHEMA) {
            context.common(Alteration.ofNew(object));
        }
        return true;
    }

    private static String extension(SchemaObject extension) {
        return "CREATE EXTENSION " + quoteIfNeeded(extension.name().name()) + " WITH SCHEMA "
                + quoteIfNeeded(extension.attribute("in schema")) + " VERSION "
                + SqlName.literal(extension.attribute("version"));
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject object = alteration.after();
        String alter = "ALTER EXTENSION " + quoteIfNeeded(object.name().name());
        if (alteration.take("version")) {
            context.draft()
                    .ways(
                            object.kind(),
                            List.of(
                                    List.of(alter + " UPDATE TO " + SqlName.literal(alteration.to("version"))),
                                    List.of(
                                            "DROP EXTENSION "
                                                    + quoteIfNeeded(
                                                            object.name().name()),
                                            extension(object))));
        }
        if (alteration.take("in schema")) {
            context.draft().add(object.kind(), alter + " SET SCHEMA " + quoteIfNeeded(alteration.to("in schema")));
        }
        context.common(alteration);
    }
}
