package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SchemaObject;

/** Large objects, without what they hold. */
final class LargeObjectWriter implements KindWriter {

    @Override
    public boolean create(SchemaObject object, DdlContext task) {
        task.draft()
                .add(
                        object.kind(),
                        "SELECT pg_catalog.lo_create(" + object.name().name() + ")");
        task.common(Alteration.ofNew(object));
        return true;
    }

    @Override
    public void drop(SchemaObject object, DdlContext task) {
        task.draft()
                .drop(
                        object.kind(),
                        "SELECT pg_catalog.lo_unlink(" + object.name().name() + ")");
    }

    @Override
    public void alter(Alteration alteration, DdlContext task) {
        task.common(alteration);
    }
}
