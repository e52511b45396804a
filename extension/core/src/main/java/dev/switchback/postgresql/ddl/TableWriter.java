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
    public boolean create(SchemaObject table, DdlContext task) {
        if (table.attribute("partition of").contains("(detach pending)")) {
            return false;
        }
        TableText text = new TableText(table, task);
        text.create().forEach(statement -> task.draft().add(table.kind(), statement));
        if (text.isAttachedLater()) {
            Partition.of(table.attribute("partition of"))
                    .ifPresent(place -> attachLater(table, attach(table, place, task), task));
        }
        for (SchemaObject column : task.to().children(table, ObjectKind.COLUMN)) {
            if (text.takesColumnsOver(column)) {
                columns.alter(Alteration.between(takenOver(column, text, task), column), task);
            } else {
                columns.afterCreate(
                        text.isAttachedLater() ? Inheritance.withoutIdentity(column, task.to()) : column, task);
            }
        }
        for (SchemaObject constraint : ConstraintWriter.of(table, task.to())) {
            if (ConstraintWriter.isInline(constraint, task)) {
                constraints.afterCreate(constraint, task);
            } else {
                constraints.create(constraint, task);
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
                task);
        task.made(table.name());
        return true;
    }

    /** A table with keys of its own is attached after them: the server takes those for the parent's that are like them. */
    private static void attachLater(SchemaObject table, String attach, DdlContext task) {
        if (TableText.hasOwnKeys(table, task.to())) {
            task.draft().addLast(ObjectKind.INDEX, attach);
        } else {
            task.draft().add(ObjectKind.COLUMN, attach);
        }
    }

    /** The column as it was made by its parent or its table's type. */
    private static SchemaObject takenOver(SchemaObject column, TableText text, DdlContext task) {
        TreeMap<String, String> attributes = new TreeMap<>();
        copy(column, attributes, "type", "inherited", "position", "generated");
        if (text.hasOwnOrder()) {
            copy(column, attributes, "nullability", "not null constraint", "collation");
            return new SchemaObject(column.name(), column.definition(), attributes, 0);
        }
        for (SchemaObject origin : Inheritance.origins(column, task.to())) {
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
    public void drop(SchemaObject table, DdlContext task) {
        boolean goesWithParent = Partition.of(table.attribute("partition of")).isPresent()
                && Inheritance.parents(table, task.from()).stream()
                        .allMatch(parent -> task.to().find(parent.name()).isEmpty());
        if (!goesWithParent) {
            String typed = new StatementName(task.from()).typed(table.name());
            List<String> circle = TableOrder.circle(table, task.from());
            boolean goesAsAWhole = circle.size() > 1 && circle.stream().allMatch(task::isDropped);
            task.draft()
                    .drop(
                            table.kind(),
                            goesAsAWhole
                                    ? List.of("DROP " + typed, "DROP TABLE " + String.join(", ", circle))
                                    : List.of("DROP " + typed),
                            detached(table, typed, task));
        }
    }

    /** A partition of a table that foreign keys lead to cannot be dropped as one. */
    private static List<String> detached(SchemaObject table, String typed, DdlContext task) {
        return Partition.of(table.attribute("partition of"))
                .map(place -> List.of(
                        "ALTER TABLE " + Inheritance.list(place.parent(), task.from()) + " DETACH PARTITION "
                                + StatementName.of(table.name()),
                        "DROP " + typed))
                .orElse(List.of());
    }

    @Override
    public void alter(Alteration alteration, DdlContext task) {
        SchemaObject table = alteration.after();
        String alter = "ALTER " + task.address().typed(table.name());
        StorageClauses.alter(alteration, task);
        place(alteration, alter, task);
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
        statements.forEach(statement -> task.draft().add(table.kind(), statement));
        task.common(alteration, "TABLE " + StatementName.of(table.name()));
    }

    private static void place(Alteration alteration, String alter, DdlContext task) {
        SchemaObject table = alteration.after();
        if (alteration.take("of type")) {
            String type = alteration.to("of type");
            task.draft().add(table.kind(), alter + (type.isEmpty() ? " NOT OF" : " OF " + type));
        }
        if (alteration.take("inherits")) {
            List<String> before = Identifiers.split(alteration.from("inherits"));
            List<String> after = Identifiers.split(alteration.to("inherits"));
            before.stream().filter(parent -> !after.contains(parent)).forEach(parent -> task.draft()
                    .add(table.kind(), alter + " NO INHERIT " + Inheritance.list(parent, task.from())));
            after.stream().filter(parent -> !before.contains(parent)).forEach(parent -> task.draft()
                    .add(table.kind(), alter + " INHERIT " + Inheritance.list(parent, task.to())));
        }
        if (alteration.take("partition of")) {
            List<String> way = new ArrayList<>();
            Partition.of(alteration.from("partition of"))
                    .ifPresent(old -> way.add("ALTER TABLE " + Inheritance.list(old.parent(), task.from())
                            + " DETACH PARTITION " + StatementName.of(table.name())));
            Partition.of(alteration.to("partition of")).ifPresent(place -> way.add(attach(table, place, task)));
            task.draft().ways(table.kind(), List.of(way));
        }
    }

    private static String attach(SchemaObject table, Partition place, DdlContext task) {
        return "ALTER TABLE " + Inheritance.list(place.parent(), task.to()) + " ATTACH PARTITION "
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
