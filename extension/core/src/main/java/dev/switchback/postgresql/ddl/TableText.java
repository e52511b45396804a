package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;
import static java.util.stream.Collectors.joining;

import dev.switchback.postgresql.ddl.Inheritance.Partition;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** CREATE TABLE and CREATE FOREIGN TABLE. */
final class TableText {

    private final SchemaObject table;
    private final DdlContext context;
    private final Optional<Partition> partition;
    private final boolean isOrdered;

    TableText(SchemaObject table, DdlContext context) {
        this.table = table;
        this.context = context;
        this.isOrdered = InheritedOrder.isUnusual(table, context.to());
        this.partition = Partition.of(table.attribute("partition of"))
                .filter(place -> hasColumnsOf(place.parent()) && !hasOwnKeys(table, context.to()));
    }

    /** Whether the columns come from somewhere else, so that they are not in the text but have to be altered. */
    boolean takesColumnsOver(SchemaObject column) {
        return !isAttachedLater()
                && (partition.isPresent()
                        || isOrdered
                        || !table.attribute("of type").isEmpty()
                        || Inheritance.isInherited(column, context.to()));
    }

    boolean isPartition() {
        return partition.isPresent();
    }

    /** Whether the columns are made by another table than the parents. */
    boolean hasOwnOrder() {
        return isOrdered;
    }

    /** Whether the table is made alone and made a partition afterwards. */
    boolean isAttachedLater() {
        return !table.attribute("partition of").isEmpty() && partition.isEmpty();
    }

    /** Whether indexes have more to them than those that a partition gets from its parent. */
    static boolean hasOwnKeys(SchemaObject table, SchemaLookup lookup) {
        return lookup.children(table).stream()
                .anyMatch(child -> child.kind() != ObjectKind.FOREIGN_KEY && PartialIndex.isImplied(child));
    }

    /** A partition made by the short form has its parent's columns in its parent's order. */
    private boolean hasColumnsOf(String parent) {
        return context.to()
                .parent(parent)
                .filter(other -> columnNames(other).equals(columnNames(table)))
                .isPresent();
    }

    private List<String> columnNames(SchemaObject relation) {
        return context.to().children(relation, ObjectKind.COLUMN).stream()
                .map(column -> column.name().name())
                .toList();
    }

    List<String> create() {
        return isOrdered ? InheritedOrder.around(table, context, text()) : List.of(text());
    }

    private String text() {
        boolean foreign = table.kind() == ObjectKind.FOREIGN_TABLE;
        StringBuilder text = new StringBuilder("CREATE ")
                .append(table.attribute("persistence").toUpperCase(Locale.ROOT))
                .append(table.attribute("persistence").isEmpty() ? "" : " ")
                .append(foreign ? "FOREIGN TABLE " : "TABLE ")
                .append(StatementName.of(table.name()));
        List<String> elements = elements();
        if (partition.isPresent()) {
            text.append(" PARTITION OF ")
                    .append(Inheritance.list(partition.get().parent(), context.to()));
        }
        if (!table.attribute("of type").isEmpty()) {
            text.append(" OF ").append(table.attribute("of type"));
        }
        if (!elements.isEmpty()) {
            text.append(elements.stream().collect(joining(",\n    ", " (\n    ", "\n)")));
        } else if (partition.isEmpty() && table.attribute("of type").isEmpty()) {
            text.append(" ()");
        }
        partition.ifPresent(place -> text.append(' ').append(place.bounds()));
        append(
                text,
                " INHERITS (",
                isOrdered ? InheritedOrder.model(table) : Inheritance.list(table.attribute("inherits"), context.to()),
                ")");
        append(text, " PARTITION BY ", table.attribute("partitioned by"), "");
        append(text, " USING ", isAgainstItsParent() ? "heap" : quoted("access method"), "");
        append(text, " SERVER ", quoted("server"), "");
        text.append(ObjectOptions.foreign(table.attribute("foreign options")));
        text.append(ObjectOptions.with(table.attribute("options")));
        append(text, " TABLESPACE ", quoted("tablespace"), "");
        return text.toString();
    }

    private List<String> elements() {
        List<String> elements = new ArrayList<>();
        for (SchemaObject column : context.to().children(table, ObjectKind.COLUMN)) {
            if (!takesColumnsOver(column)) {
                elements.add(ColumnText.of(
                        isAttachedLater() ? Inheritance.withoutIdentity(column, context.to()) : column, context));
            } else if (isOrdered && !column.attribute("inherited").isEmpty()) {
                elements.add(quoteIfNeeded(column.name().name()) + " " + column.attribute("type"));
            } else if (partition.isPresent() && hasOwnExpression(column)) {
                elements.add(quoteIfNeeded(column.name().name()) + " GENERATED ALWAYS AS "
                        + ColumnText.generated(column.attribute("generated")));
            }
        }
        if (isAttachedLater()) {
            elements.addAll(Inheritance.checks(table, context.to()));
        }
        for (SchemaObject constraint : ConstraintText.of(table, context.to())) {
            if (ConstraintText.isInline(constraint, context)) {
                elements.add("CONSTRAINT " + quoteIfNeeded(constraint.name().name()) + " " + constraint.definition());
            }
        }
        return elements;
    }

    /** A partition gets its parent's access method where nothing is said. */
    private boolean isAgainstItsParent() {
        return table.attribute("access method").isEmpty()
                && table.attribute("partitioned by").isEmpty()
                && partition
                        .flatMap(place -> context.to().parent(place.parent()))
                        .filter(parent -> !parent.attribute("access method").isEmpty())
                        .isPresent();
    }

    private boolean hasOwnExpression(SchemaObject column) {
        return !column.attribute("generated").isEmpty()
                && Inheritance.origins(column, context.to()).stream()
                        .noneMatch(origin -> origin.attribute("generated").equals(column.attribute("generated")));
    }

    private String quoted(String attribute) {
        String name = table.attribute(attribute);
        return name.isEmpty() ? "" : quoteIfNeeded(name);
    }

    private static void append(StringBuilder text, String words, String value, String end) {
        if (!value.isEmpty()) {
            text.append(words).append(value).append(end);
        }
    }
}
