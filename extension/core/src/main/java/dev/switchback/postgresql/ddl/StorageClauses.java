package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.SchemaObject;

/** The clauses that say how and where a relation is stored. */
final class StorageClauses {

    private StorageClauses() {}

    static void alter(Alteration alteration, DdlContext context) {
        SchemaObject relation = alteration.after();
        String alter = "ALTER " + context.address().typed(relation.name());
        if (alteration.take("access method")) {
            String method = alteration.to("access method");
            context.draft()
                    .add(
                            relation.kind(),
                            alter + " SET ACCESS METHOD " + (method.isEmpty() ? "heap" : quoteIfNeeded(method)));
        }
        if (alteration.take("tablespace")) {
            String tablespace = alteration.to("tablespace");
            context.draft()
                    .add(
                            relation.kind(),
                            alter + " SET TABLESPACE "
                                    + (tablespace.isEmpty() ? "pg_default" : quoteIfNeeded(tablespace)));
        }
    }
}
