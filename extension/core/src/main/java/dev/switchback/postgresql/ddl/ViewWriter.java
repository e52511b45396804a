package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.ddl.Identifiers.quote;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Views and materialized views. */
final class ViewWriter implements KindWriter {

    /** The query's words on a column. */
    private static final String[] OF_MATERIALIZED_VIEW = {
        "type", "nullability", "generated", "identity", "collation", "inherited", "position"
    };

    private static final String[] OF_VIEW = {
        "type", "nullability", "generated", "identity", "collation", "inherited", "position", "storage"
    };

    private final ColumnWriter columns;

    ViewWriter(ColumnWriter columns) {
        this.columns = columns;
    }

    @Override
    public boolean create(SchemaObject view, DdlContext task) {
        task.draft().add(view.kind(), text(view, "CREATE "));
        for (SchemaObject column : task.to().children(view, ObjectKind.COLUMN)) {
            columns.alter(
                    Alteration.ofNew(column, view.kind() == ObjectKind.VIEW ? OF_VIEW : OF_MATERIALIZED_VIEW), task);
        }
        Alteration rest = Alteration.ofNew(view, "options", "populated", "access method", "tablespace", "persistence");
        task.extensions(rest, "ALTER MATERIALIZED VIEW " + StatementName.of(view.name()));
        task.common(rest, "TABLE " + StatementName.of(view.name()));
        return true;
    }

    /** The statement that makes a view, with {@code CREATE } or {@code CREATE OR REPLACE }. */
    static String text(SchemaObject view, String create) {
        String name = StatementName.of(view.name());
        String query = view.definition().strip().replaceFirst(";$", "");
        if (view.kind() == ObjectKind.VIEW) {
            return create + "VIEW " + name + ObjectOptions.with(view.attribute("options")) + " AS\n" + query;
        }
        String method = view.attribute("access method");
        String tablespace = view.attribute("tablespace");
        return create + "MATERIALIZED VIEW " + name
                + (method.isEmpty() ? "" : " USING " + quote(method))
                + ObjectOptions.with(view.attribute("options"))
                + (tablespace.isEmpty() ? "" : " TABLESPACE " + quote(tablespace))
                + " AS\n" + query + (view.attribute("populated").isEmpty() ? "" : "\nWITH NO DATA");
    }

    @Override
    public void alter(Alteration alteration, DdlContext task) {
        SchemaObject view = alteration.after();
        String alter = "ALTER " + task.address().typed(view.name());
        if (alteration.take("definition", "persistence")) {
            replace(view, task);
        }
        if (alteration.take("options")) {
            ObjectOptions.change(alter, alteration.from("options"), alteration.to("options"))
                    .forEach(statement -> task.draft().add(view.kind(), statement));
        }
        if (alteration.take("populated")) {
            task.draft()
                    .add(
                            view.kind(),
                            "REFRESH MATERIALIZED VIEW " + StatementName.of(view.name())
                                    + (alteration.to("populated").isEmpty() ? "" : " WITH NO DATA"));
        }
        StorageClauses.alter(alteration, task);
        task.extensions(alteration, alter);
        task.common(alteration, "TABLE " + StatementName.of(view.name()));
    }

    private static void replace(SchemaObject view, DdlContext task) {
        List<String> anew = List.of("DROP " + task.address().typed(view.name()), text(view, "CREATE "));
        List<List<String>> ways = new ArrayList<>();
        if (view.kind() == ObjectKind.VIEW) {
            ways.add(List.of(text(view, "CREATE OR REPLACE ")));
        }
        ways.add(anew);
        DependentViews.aroundRelation(view, task, anew).ifPresent(ways::add);
        task.draft().ways(view.kind(), ways);
    }
}
