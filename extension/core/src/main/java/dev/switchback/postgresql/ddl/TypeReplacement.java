package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The ways in which a type takes the place of another one of its name, which cannot become it. */
final class TypeReplacement {

    private final SchemaObject before;
    private final SchemaObject type;
    private final DdlContext context;
    private final String name;

    private TypeReplacement(SchemaObject before, SchemaObject type, DdlContext context) {
        this.before = before;
        this.type = type;
        this.context = context;
        this.name = StatementName.of(type.name());
    }

    /**
     * The ways: where nothing has the type, where columns have it, where others speak of it or of those columns, and where
     * other types have it in them.
     *
     * @param make the statement that makes it
     */
    static List<List<String>> ways(SchemaObject type, String make, DdlContext context) {
        return new TypeReplacement(type, type, context).ways(make);
    }

    /** The same where the type before is of another kind. */
    static List<List<String>> ways(SchemaObject before, SchemaObject type, String make, DdlContext context) {
        return new TypeReplacement(before, type, context).ways(make);
    }

    private List<List<String>> ways(String make) {
        List<SchemaObject> columns = context.to().all(ObjectKind.COLUMN).stream()
                .filter(this::hasType)
                .toList();
        List<List<String>> ways = new ArrayList<>();
        ways.add(List.of("DROP " + new StatementName(context.from()).typed(before.name()), make));
        List<List<String>> anew = new ArrayList<>();
        if (before.kind() == ObjectKind.RANGE_TYPE) {
            anew.add(throughText(make, columns));
        } else {
            if (before.kind() == ObjectKind.DOMAIN && type.kind() == ObjectKind.DOMAIN) {
                anew.add(anew(make, columns, ""));
            }
            anew.add(anew(make, columns, "text"));
        }
        ways.addAll(anew);
        anew.forEach(way ->
                DependentStatements.aroundType(before, columns, context, way).ifPresent(ways::add));
        List<SchemaObject> derived = DerivedTypes.of(before, context.from());
        if (!derived.isEmpty()) {
            ways.add(withoutDerived(derived, make));
        }
        return ways;
    }

    private boolean hasType(SchemaObject column) {
        String columnType = column.attribute("type");
        return (columnType.equals(name) || columnType.equals(name + "[]"))
                && isOfTable(column)
                && context.from()
                        .find(column.name())
                        .filter(before -> before.attribute("type").equals(columnType))
                        .isPresent()
                && !Inheritance.isInherited(column, context.to());
    }

    private boolean isOfTable(SchemaObject column) {
        return context.address()
                .parentKind(column.name())
                .filter(ObjectKind.TABLE::equals)
                .isPresent();
    }

    /**
     * The statements that make the type before columns take it.
     *
     * @param by the type through which they do; empty if values become the new ones at once
     */
    private List<String> anew(String make, List<SchemaObject> columns, String by) {
        String old = type.name().name() + "_old";
        String alter = "ALTER " + new StatementName(context.from()).typed(before.name());
        List<String> statements = new ArrayList<>();
        statements.add(alter + " RENAME TO " + quoteIfNeeded(old));
        statements.add(make);
        columns.forEach(column -> statements.add(column(column, hadDefault(column), by)));
        statements.add("DROP " + alter.substring("ALTER ".length(), alter.indexOf(' ', "ALTER ".length())) + " "
                + SqlName.qualified(type.name().schema(), old));
        return statements;
    }

    /** Types that have the type in them, and what speaks of those, are missing then, and their columns texts: the next round makes them. */
    private List<String> withoutDerived(List<SchemaObject> derived, String make) {
        List<SchemaObject> types = new ArrayList<>(List.of(before));
        types.addAll(derived);
        List<SchemaObject> columns = context.from().all(ObjectKind.COLUMN).stream()
                .filter(column -> types.stream().anyMatch(each -> DerivedTypes.isOf(column.attribute("type"), each)))
                .filter(column -> isOfTable(column) && !Inheritance.isInherited(column, context.from()))
                .toList();
        List<String> statements = new ArrayList<>(DependentStatements.dropsOfTypes(types, columns, context));
        columns.forEach(column -> statements.add(toText(column)));
        Collections.reverse(types);
        types.forEach(each -> statements.add("DROP " + new StatementName(context.from()).typed(each.name())));
        statements.add(make);
        return statements;
    }

    /** The functions that come with a range type keep its names in use for as long as it is there. */
    private List<String> throughText(String make, List<SchemaObject> columns) {
        List<String> statements = new ArrayList<>();
        columns.forEach(column -> statements.add(toText(column)));
        statements.add("DROP " + new StatementName(context.from()).typed(before.name()));
        statements.add(make);
        columns.forEach(column -> statements.add(column(column, false, "text")));
        return statements;
    }

    private String toText(SchemaObject column) {
        String alter = " ALTER COLUMN " + quoteIfNeeded(column.name().name());
        return "ALTER TABLE " + StatementName.parent(column.name())
                + (hadDefault(column) ? alter + " DROP DEFAULT," : "") + alter + " TYPE " + text(column);
    }

    private static String text(SchemaObject column) {
        return "text" + brackets(column);
    }

    private static String brackets(SchemaObject column) {
        return column.attribute("type").endsWith("[]") ? "[]" : "";
    }

    private boolean hadDefault(SchemaObject column) {
        return context.from()
                .find(column.name())
                .filter(found -> !found.attribute("default").isEmpty())
                .isPresent();
    }

    private String column(SchemaObject column, boolean hasDefault, String by) {
        String columnType = column.attribute("type");
        String alter = " ALTER COLUMN " + quoteIfNeeded(column.name().name());
        String cast = type.kind() == ObjectKind.DOMAIN
                ? ColumnTypeWriter.unlimited(type.attribute("type")) + brackets(column)
                : columnType;
        String using = alter + " TYPE " + columnType + " USING "
                + quoteIfNeeded(column.name().name()) + (by.isEmpty() ? "" : "::" + by + brackets(column)) + "::"
                + cast;
        String table = "ALTER TABLE " + StatementName.parent(column.name());
        String usual = column.attribute("default");
        return table
                + (hasDefault ? alter + " DROP DEFAULT," : "")
                + using
                + (usual.isEmpty() ? "" : "," + alter + " SET DEFAULT " + usual);
    }
}
