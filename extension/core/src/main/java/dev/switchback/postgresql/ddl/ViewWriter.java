package dev.switchback.postgresql.ddl;

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
    public boolean create(SchemaObject view, DdlContext context) {
        context.draft().add(view.kind(), ViewText.of(view, "CREATE "));
        for (SchemaObject column : context.to().children(view, ObjectKind.COLUMN)) {
            columns.alter(
                    Alteration.ofNew(column, view.kind() == ObjectKind.VIEW ? OF_VIEW : OF_MATERIALIZED_VIEW), context);
        }
        Alteration rest = Alteration.ofNew(view, "options", "populated", "access method", "tablespace", "persistence");
        context.extensions(rest, "ALTER MATERIALIZED VIEW " + StatementName.of(view.name()));
        context.common(rest, "TABLE " + StatementName.of(view.name()));
        return true;
    }

    @Override
    public void drop(SchemaObject view, DdlContext context) {
        String drop = "DROP " + new StatementName(context.from()).typed(view.name());
        context.draft().drop(view.kind(), List.of(drop), List.of(Obstacles.droppedBefore(view, drop, context)));
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject view = alteration.after();
        String alter = "ALTER " + context.address().typed(view.name());
        if (alteration.take("definition", "persistence")) {
            replace(view, context);
        }
        if (alteration.take("options")) {
            ObjectOptions.change(alter, alteration.from("options"), alteration.to("options"))
                    .forEach(statement -> context.draft().add(view.kind(), statement));
        }
        if (alteration.take("populated")) {
            context.draft()
                    .add(
                            view.kind(),
                            "REFRESH MATERIALIZED VIEW " + StatementName.of(view.name())
                                    + (alteration.to("populated").isEmpty() ? "" : " WITH NO DATA"));
        }
        StorageClauses.alter(alteration, context);
        context.extensions(alteration, alter);
        context.common(alteration, "TABLE " + StatementName.of(view.name()));
    }

    private static void replace(SchemaObject view, DdlContext context) {
        List<String> anew = List.of("DROP " + context.address().typed(view.name()), ViewText.of(view, "CREATE "));
        List<List<String>> ways = new ArrayList<>();
        if (view.kind() == ObjectKind.VIEW) {
            ways.add(List.of(ViewText.of(view, "CREATE OR REPLACE ")));
        }
        ways.add(anew);
        DependentStatements.aroundRelation(view, context, anew).ifPresent(ways::add);
        context.draft().ways(view.kind(), ways);
    }
}
