package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;

/** The statement that makes a view or materialized view. */
final class ViewText {

    private ViewText() {}

    /** With {@code CREATE } or {@code CREATE OR REPLACE }. */
    static String of(SchemaObject view, String create) {
        String name = StatementName.of(view.name());
        String query = view.definition().strip().replaceFirst(";$", "");
        if (view.kind() == ObjectKind.VIEW) {
            return create + "VIEW " + name + ObjectOptions.with(view.attribute("options")) + " AS\n" + query;
        }
        String method = view.attribute("access method");
        String tablespace = view.attribute("tablespace");
        return create + "MATERIALIZED VIEW " + name
                + (method.isEmpty() ? "" : " USING " + quoteIfNeeded(method))
                + ObjectOptions.with(view.attribute("options"))
                + (tablespace.isEmpty() ? "" : " TABLESPACE " + quoteIfNeeded(tablespace))
                + " AS\n" + query + (view.attribute("populated").isEmpty() ? "" : "\nWITH NO DATA");
    }
}
