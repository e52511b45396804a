package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SchemaObject;

/** Writes objects of a kind or some. */
interface KindWriter {

    /**
     * Writes what makes an object with all that it has.
     *
     * @return whether that is possible with certainty
     */
    boolean create(SchemaObject object, DdlContext context);

    /** Writes what drops an object. */
    default void drop(SchemaObject object, DdlContext context) {
        context.draft().drop(object.kind(), "DROP " + new StatementName(context.from()).typed(object.name()));
    }

    /** Writes what alters an object, and takes out of the alteration what it has written. */
    void alter(Alteration alteration, DdlContext context);

    /** Writes what gives an object another name or another schema. */
    default void rename(SchemaObject before, SchemaObject after, DdlContext context) {
        Renaming.of(before.name(), after.name(), new StatementName(context.from()))
                .forEach(statement -> context.draft().rename(after.kind(), statement));
    }
}
