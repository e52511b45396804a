package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Locale;

/** NOT NULL, which is a constraint with a name, and perhaps not valid, from PostgreSQL 18 on. */
final class NotNullWriter {

    private NotNullWriter() {}

    /** The statements for what the text of a column cannot say. */
    static void afterCreate(SchemaObject column, String alterColumn, DdlContext context) {
        if (column.attribute("nullability").contains("not valid")) {
            set(column, alterColumn, context);
        }
    }

    static void alter(Alteration alteration, String alterColumn, DdlContext context) {
        SchemaObject column = alteration.after();
        if (Inheritance.comesFromParent(alteration, "nullability", context)) {
            alteration.take("nullability", "not null constraint");
        }
        if (alteration.take("nullability")) {
            alteration.take("not null constraint");
            change(alteration, alterColumn, context);
        } else if (alteration.take("not null constraint")) {
            context.draft()
                    .add(
                            ObjectKind.COLUMN,
                            table(column) + " RENAME CONSTRAINT " + quoteIfNeeded(name(alteration.before())) + " TO "
                                    + quoteIfNeeded(name(column)));
        }
    }

    private static void change(Alteration alteration, String alterColumn, DdlContext context) {
        SchemaObject column = alteration.after();
        String from = alteration.from("nullability");
        String to = alteration.to("nullability");
        if (to.isEmpty()) {
            context.draft().add(ObjectKind.COLUMN, alterColumn + " DROP NOT NULL");
        } else if (from.isEmpty()) {
            set(column, alterColumn, context);
        } else if (from.equals(to + " not valid")) {
            context.draft()
                    .add(
                            ObjectKind.COLUMN,
                            table(column) + " VALIDATE CONSTRAINT " + quoteIfNeeded(name(alteration.before())));
        } else {
            context.draft()
                    .ways(ObjectKind.COLUMN, List.of(List.of(alterColumn + " DROP NOT NULL", constraint(column))));
        }
    }

    private static void set(SchemaObject column, String alterColumn, DdlContext context) {
        boolean usual = column.attribute("nullability").equals("not null")
                && column.attribute("not null constraint").isEmpty();
        context.draft().add(ObjectKind.COLUMN, usual ? alterColumn + " SET NOT NULL" : constraint(column));
    }

    private static String constraint(SchemaObject column) {
        String rest =
                column.attribute("nullability").substring("not null".length()).toUpperCase(Locale.ROOT);
        return table(column) + " ADD CONSTRAINT " + quoteIfNeeded(name(column)) + " NOT NULL "
                + quoteIfNeeded(column.name().name()) + rest;
    }

    private static String table(SchemaObject column) {
        return "ALTER TABLE " + StatementName.parent(column.name());
    }

    /** Its own name or the usual one. */
    static String name(SchemaObject column) {
        String own = column.attribute("not null constraint");
        return own.isEmpty() ? column.name().parent() + "_" + column.name().name() + "_not_null" : own;
    }
}
