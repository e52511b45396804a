package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.qualified;
import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of a child in another order than that of its parents, as they stand where a parent was given a column later.
 * The child inherits them in their order from a table that is there for no more than that, and then from its parents.
 */
final class InheritedOrder {

    private final SchemaObject table;
    private final DdlContext context;

    private InheritedOrder(SchemaObject table, DdlContext context) {
        this.table = table;
        this.context = context;
    }

    /** Whether a table has other columns, or the same in another order, than the usual statement would give it. */
    static boolean isUnusual(SchemaObject table, SchemaLookup lookup) {
        if (table.attribute("inherits").isEmpty()) {
            return false;
        }
        List<String> columns = names(table, lookup);
        Set<String> usual = new LinkedHashSet<>();
        Inheritance.parents(table, lookup).forEach(parent -> usual.addAll(names(parent, lookup)));
        usual.addAll(columns);
        return !List.copyOf(usual).equals(columns);
    }

    private static List<String> names(SchemaObject relation, SchemaLookup lookup) {
        return lookup.children(relation, ObjectKind.COLUMN).stream()
                .map(column -> column.name().name())
                .toList();
    }

    /** The name of the table that is there for a moment. */
    static String model(SchemaObject table) {
        return qualified(table.name().schema(), table.name().name() + "_columns");
    }

    /** The statements around the one that makes the child. */
    static List<String> around(SchemaObject table, DdlContext context, String create) {
        return new InheritedOrder(table, context).around(create);
    }

    private List<String> around(String create) {
        List<String> elements = new ArrayList<>();
        for (SchemaObject column : context.to().children(table, ObjectKind.COLUMN)) {
            elements.add(text(column));
        }
        elements.addAll(Inheritance.checks(table, context.to()));
        String alter = "ALTER " + context.address().typed(table.name());
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + model(table) + " (\n    " + String.join(",\n    ", elements) + "\n)");
        statements.add(create);
        for (SchemaObject parent : Inheritance.parents(table, context.to())) {
            statements.add(alter + " INHERIT " + StatementName.of(parent.name()));
        }
        statements.add(alter + " NO INHERIT " + model(table));
        statements.add("DROP TABLE " + model(table));
        return statements;
    }

    private static String text(SchemaObject column) {
        String collation = column.attribute("collation");
        String generated = ColumnText.generated(column.attribute("generated"));
        String nullability = column.attribute("nullability");
        return quoteIfNeeded(column.name().name()) + " " + column.attribute("type")
                + (collation.isEmpty() ? "" : " COLLATE " + collation)
                + (generated.isEmpty() ? "" : " GENERATED ALWAYS AS " + generated)
                + (nullability.isEmpty() || nullability.contains("not valid")
                        ? ""
                        : " CONSTRAINT " + quoteIfNeeded(NotNullWriter.name(column)) + " "
                                + nullability.toUpperCase(Locale.ROOT));
    }
}
