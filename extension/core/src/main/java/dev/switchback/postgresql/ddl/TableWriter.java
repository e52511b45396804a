package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.ddl.Inheritance.Partition;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tables and foreign tables, with their columns and constraints. */
final class TableWriter implements KindWriter {

    private final ColumnWriter columns;
    private final ConstraintWriter constraints;

    TableWriter(ColumnWriter columns, ConstraintWriter constraints) {
        this.columns = columns;
        this.constraints = constraints;
    }

    @Override
    public boolean create(SchemaObject table, DdlContext context) {
        if (table.attribute("partition of").contains("(detach pending)")) {
            return false;
        }
        TableText text = new TableText(table, context);
        text.create().forEach(statement -> context.draft().add(table.kind(), statement));
        if (text.isAttachedLater()) {
            Partition.of(table.attribute("partition of"))
                    .ifPresent(place -> attachLater(table, attach(table, place, context), context));
        }
        for (SchemaObject column : context.to().children(table, ObjectKind.COLUMN)) {
            if (text.takesColumnsOver(column)) {
                columns.alter(Alteration.between(takenOver(column, text, context), column), context);
            } else {
                columns.afterCreate(
                        text.isAttachedLater() ? Inheritance.withoutIdentity(column, context.to()) : column, context);
            }
        }
        for (SchemaObject constraint : ConstraintText.of(table, context.to())) {
            if (ConstraintText.isInline(constraint, context)) {
                constraints.afterCreate(constraint, context);
            } else {
                constraints.create(constraint, context);
            }
        }
        alter(
                Alteration.ofNew(
                        table,
                        "persistence",
                        "partitioned by",
                        "partition of",
                        "inherits",
                        "of type",
                        "access method",
                        "tablespace",
                        "options",
                        "server",
                        "foreign options"),
                context);
        context.made(table.name());
        return true;
    }

    /** A table with keys of its own is attached after them: the server takes those for the parent's that are like them. */
    private static void attachLater(SchemaObject table, String attach, DdlContext context) {
        if (TableText.hasOwnKeys(table, context.to())) {
            context.draft().addLast(ObjectKind.INDEX, attach);
        } else {
            context.draft().add(ObjectKind.COLUMN, attach);
        }
    }

    /** The column as it was made by its parent or its table's type. */
    private static SchemaObject takenOver(SchemaObject column, TableText text, DdlContext context) {
        TreeMap<String, String> attributes = new TreeMap<>();
        copy(column, attributes, "type", "inherited", "position", "generated");
        if (text.hasOwnOrder()) {
            copy(column, attributes, "nullability", "not null constraint", "collation");
            return new SchemaObject(column.name(), column.definition(), attributes, 0);
        }
        for (SchemaObject origin : Inheritance.origins(column, context.to())) {
            copy(origin, attributes, "nullability", "default", "collation", "storage", "compression");
            if (text.isPartition() && !origin.attribute("identity").isEmpty()) {
                copy(column, attributes, "identity");
            }
        }
        return new SchemaObject(column.name(), column.definition(), attributes, 0);
    }

    private static void copy(SchemaObject from, Map<String, String> attributes, String... names) {
        for (String name : names) {
            if (!from.attribute(name).isEmpty()) {
                attributes.put(name, from.attribute(name));
            }
        }
    }

    @Override
    public void drop(SchemaObject table, DdlContext context) {
        boolean goesWithParent = Partition.of(table.attribute("partition of")).isPresent()
                && Inheritance.parents(table, context.from()).stream()
                        .allMatch(parent -> context.to().find(parent.name()).isEmpty());
        if (!goesWithParent) {
            leave(table, context);
            String typed = new StatementName(context.from()).typed(table.name());
            List<String> circle = TableOrder.circle(table, context.from());
            boolean goesAsAWhole = circle.size() > 1 && circle.stream().allMatch(context::isDropped);
            context.draft()
                    .drop(
                            table.kind(),
                            goesAsAWhole
                                    ? List.of("DROP " + typed, "DROP TABLE " + String.join(", ", circle))
                                    : List.of("DROP " + typed),
                            List.of(
                                    detached(table, typed, context),
                                    Obstacles.droppedBefore(table, "DROP " + typed, context)));
        }
    }

    /** Partitions and heirs that stay do not go with a table. */
    private static void leave(SchemaObject table, DdlContext context) {
        for (SchemaObject heir : context.from().all(ObjectKind.TABLE)) {
            if (!context.isDropped(heir.name())
                    && Inheritance.parents(heir, context.from()).contains(table)) {
                context.draft()
                        .drop(
                                table.kind(),
                                heir.attribute("partition of").isEmpty()
                                        ? "ALTER TABLE " + StatementName.of(heir.name()) + " NO INHERIT "
                                                + StatementName.of(table.name())
                                        : detach(StatementName.of(table.name()), StatementName.of(heir.name())));
            }
        }
    }

    private static String detach(String parent, String partition) {
        return "ALTER TABLE " + parent + " DETACH PARTITION " + partition;
    }

    /** A partition of a table that foreign keys lead to cannot be dropped as one. */
    private static List<String> detached(SchemaObject table, String typed, DdlContext context) {
        return Partition.of(table.attribute("partition of"))
                .map(place -> List.of(
                        detach(Inheritance.list(place.parent(), context.from()), StatementName.of(table.name())),
                        "DROP " + typed))
                .orElse(List.of());
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject table = alteration.after();
        String alter = "ALTER " + context.address().typed(table.name());
        StorageClauses.alter(alteration, context);
        place(alteration, alter, context);
        List<String> statements = new ArrayList<>();
        if (alteration.take("persistence")) {
            statements.add(alter + (alteration.to("persistence").isEmpty() ? " SET LOGGED" : " SET UNLOGGED"));
        }
        if (alteration.take("options")) {
            statements.addAll(ObjectOptions.change(alter, alteration.from("options"), alteration.to("options")));
        }
        if (alteration.take("foreign options")) {
            statements.add(alter
                    + ObjectOptions.foreignChange(
                            alteration.from("foreign options"), alteration.to("foreign options")));
        }
        if (alteration.take("row security")) {
            statements.addAll(rowSecurity(alter, alteration.from("row security"), alteration.to("row security")));
        }
        if (alteration.take("replica identity")
                && !alteration.to("replica identity").equals("index")) {
            String identity = alteration.to("replica identity");
            statements.add(alter + " REPLICA IDENTITY "
                    + (identity.isEmpty() ? "DEFAULT" : identity.toUpperCase(Locale.ROOT)));
        }
        statements.forEach(statement -> context.draft().add(table.kind(), statement));
        context.common(alteration, "TABLE " + StatementName.of(table.name()));
    }

    private static void place(Alteration alteration, String alter, DdlContext context) {
        SchemaObject table = alteration.after();
        if (alteration.take("of type")) {
            String type = alteration.to("of type");
            context.draft().add(table.kind(), alter + (type.isEmpty() ? " NOT OF" : " OF " + type));
        }
        if (alteration.take("inherits")) {
            List<String> before = ListedNames.split(alteration.from("inherits"));
            List<String> after = ListedNames.split(alteration.to("inherits"));
            before.stream()
                    .filter(parent -> !after.contains(parent) && !isDropped(parent, context))
                    .forEach(parent -> context.draft()
                            .add(table.kind(), alter + " NO INHERIT " + Inheritance.list(parent, context.from())));
            after.stream().filter(parent -> !before.contains(parent)).forEach(parent -> context.draft()
                    .add(table.kind(), alter + " INHERIT " + Inheritance.list(parent, context.to())));
        }
        if (alteration.take("partition of")) {
            List<String> way = new ArrayList<>();
            Partition.of(alteration.from("partition of"))
                    .filter(old -> !isDropped(old.parent(), context))
                    .ifPresent(old -> way.add(
                            detach(Inheritance.list(old.parent(), context.from()), StatementName.of(table.name()))));
            Partition.of(alteration.to("partition of")).ifPresent(place -> way.add(attach(table, place, context)));
            if (!way.isEmpty()) {
                context.draft().ways(table.kind(), List.of(way));
            }
        }
    }

    /** Whether a parent goes, which this one has left before. */
    private static boolean isDropped(String parent, DdlContext context) {
        return context.from()
                .parent(parent)
                .filter(table -> context.isDropped(table.name()))
                .isPresent();
    }

    private static String attach(SchemaObject table, Partition place, DdlContext context) {
        return "ALTER TABLE " + Inheritance.list(place.parent(), context.to()) + " ATTACH PARTITION "
                + StatementName.of(table.name()) + " " + place.bounds();
    }

    private static List<String> rowSecurity(String alter, String from, String to) {
        List<String> statements = new ArrayList<>();
        if (from.contains("enabled") != to.contains("enabled")) {
            statements.add(alter + (to.contains("enabled") ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY");
        }
        if (from.contains("forced") != to.contains("forced")) {
            statements.add(alter + (to.contains("forced") ? " FORCE" : " NO FORCE") + " ROW LEVEL SECURITY");
        }
        return statements;
    }
}
