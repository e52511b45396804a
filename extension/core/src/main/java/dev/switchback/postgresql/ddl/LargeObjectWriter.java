package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SchemaObject;

/** Large objects, without what they hold. */
final class LargeObjectWriter implements KindWriter {

    @Override
    public boolean create(SchemaObject object, DdlContext context) {
        context.draft()
                .add(
                        object.kind(),
                        "SELECT pg_catalog.lo_create(" + object.name().name() + ")");
        context.common(Alteration.ofNew(object));
        return true;
    }

    @Override
    public void drop(SchemaObject object, DdlContext context) {
        context.draft()
                .drop(
                        object.kind(),
                        "SELECT pg_catalog.lo_unlink(" + object.name().name() + ")");
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        context.common(alteration);
    }
}
