package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.ddl.Identifiers.quote;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Columns of tables, views and composite types. */
final class ColumnWriter implements KindWriter {

    private static final Set<String> KEPT_IN_MAIN = Set.of("numeric", "inet", "cidr");

    @Override
    public boolean create(SchemaObject column, Task task) {
        if (!Inheritance.isInherited(column, task.to())) {
            task.draft().addLast(ObjectKind.COLUMN, add(column, task));
        }
        afterCreate(column, task);
        return true;
    }

    /** What the text of a column in a CREATE does not say. */
    void afterCreate(SchemaObject column, Task task) {
        Alteration rest = Alteration.ofNew(column, ColumnText.SAID);
        if (!ColumnText.sequenceType(column).equals(column.attribute("type"))) {
            sequenceType(column, task);
        }
        if (column.attribute("nullability").contains("not valid")) {
            notNull(column, task);
        }
        alter(rest, task);
    }

    @Override
    public void drop(SchemaObject column, Task task) {
        boolean goesWithParent = Inheritance.isInherited(column, task.from())
                && Inheritance.origins(column, task.from()).stream()
                        .allMatch(origin -> task.to().find(origin.name()).isEmpty());
        if (!goesWithParent) {
            Address old = new Address(task.from());
            String verb = isAttribute(column, old) ? " DROP ATTRIBUTE " : " DROP COLUMN ";
            task.draft()
                    .drop(
                            ObjectKind.COLUMN,
                            "ALTER " + old.typedParent(column.name()) + verb
                                    + quote(column.name().name()));
        }
    }

    private static boolean isAttribute(SchemaObject column, Address address) {
        return address.parentKind(column.name())
                .filter(ObjectKind.COMPOSITE_TYPE::equals)
                .isPresent();
    }

    private static String add(SchemaObject column, Task task) {
        boolean attribute = isAttribute(column, task.address());
        return "ALTER " + task.address().typedParent(column.name()) + (attribute ? " ADD ATTRIBUTE " : " ADD COLUMN ")
                + ColumnText.of(column, task);
    }

    @Override
    public void alter(Alteration alteration, Task task) {
        SchemaObject column = alteration.after();
        ObjectName name = column.name();
        String alter = alter(name, task);
        type(alteration, task);
        generated(alteration, task);
        nullability(alteration, task);
        defaults(alteration, task);
        identity(alteration, task);
        if (alteration.take("storage")) {
            String usual =
                    KEPT_IN_MAIN.contains(column.attribute("type").replaceAll("\\W.*", "")) ? "main" : "extended";
            String storage = alteration.to("storage");
            task.draft()
                    .add(
                            ObjectKind.COLUMN,
                            alter + " SET STORAGE " + (storage.isEmpty() ? usual : storage).toUpperCase(Locale.ROOT));
        }
        if (alteration.take("compression")) {
            String compression = alteration.to("compression");
            task.draft()
                    .add(
                            ObjectKind.COLUMN,
                            alter + " SET COMPRESSION " + (compression.isEmpty() ? "DEFAULT" : compression));
        }
        if (alteration.take("statistics")) {
            String target = alteration.to("statistics");
            task.draft().add(ObjectKind.COLUMN, alter + " SET STATISTICS " + (target.isEmpty() ? "-1" : target));
        }
        if (alteration.take("options")) {
            Options.change(alter, alteration.from("options"), alteration.to("options"))
                    .forEach(statement -> task.draft().add(ObjectKind.COLUMN, statement));
        }
        if (alteration.take("foreign options")) {
            task.draft()
                    .add(
                            ObjectKind.COLUMN,
                            alter
                                    + Options.foreignChange(
                                            alteration.from("foreign options"), alteration.to("foreign options")));
        }
        beside(alteration, task);
    }

    private static void beside(Alteration alteration, Task task) {
        SchemaObject column = alteration.after();
        ObjectName name = column.name();
        task.comment(alteration, "comment", task.address().typed(name));
        task.privileges(
                alteration, "grants", "revoked", "TABLE " + Address.parent(name), " (" + quote(name.name()) + ")");
        String sequence = "SEQUENCE " + Identifiers.qualified(name.schema(), ColumnText.sequenceName(column));
        task.comment(alteration, "sequence comment", sequence);
        task.privileges(alteration, "sequence grants", "sequence revoked", sequence, "");
    }

    private static String alter(ObjectName name, Task task) {
        return "ALTER " + task.address().typedParent(name) + " ALTER COLUMN " + quote(name.name());
    }

    private static void type(Alteration alteration, Task task) {
        SchemaObject column = alteration.after();
        if (!alteration.has("type", "collation")) {
            return;
        }
        if (Inheritance.comesFromParent(alteration, "type", task)) {
            alteration.take("type", "collation");
            return;
        }
        alteration.take("type", "collation");
        ObjectName name = column.name();
        String type = " TYPE " + column.attribute("type")
                + (column.attribute("collation").isEmpty() ? "" : " COLLATE " + column.attribute("collation"));
        if (isAttribute(column, task.address())) {
            task.draft()
                    .add(
                            ObjectKind.COLUMN,
                            "ALTER TYPE " + Address.parent(name) + " ALTER ATTRIBUTE " + quote(name.name()) + type);
            return;
        }
        String using = " USING " + quote(name.name()) + "::" + column.attribute("type");
        String alter = " ALTER COLUMN " + quote(name.name());
        String table = "ALTER " + task.address().typedParent(name);
        String ownDefault = alteration.take("default") ? setDefault(column) : "";
        String also = ownDefault.isEmpty() ? "" : "," + alter + ownDefault;
        List<List<String>> ways = new ArrayList<>();
        ways.add(List.of(table + alter + type + also));
        ways.add(List.of(table + alter + type + using + also));
        if (!alteration.from("default").isEmpty()) {
            ways.add(List.of(
                    table + alter + " DROP DEFAULT," + alter + type + using + "," + alter + setDefault(column)));
        }
        String last = ways.get(ways.size() - 1).get(0);
        Dependants.around(column, task, List.of(ways.get(0).get(0))).ifPresent(ways::add);
        Dependants.around(column, task, List.of(last)).ifPresent(ways::add);
        task.draft().ways(ObjectKind.COLUMN, ways);
    }

    private static void generated(Alteration alteration, Task task) {
        if (!alteration.take("generated")) {
            return;
        }
        SchemaObject column = alteration.after();
        String alter = alter(column.name(), task);
        List<List<String>> ways = new ArrayList<>();
        if (alteration.to("generated").isEmpty()) {
            ways.add(List.of(alter + " DROP EXPRESSION"));
        } else if (!alteration.from("generated").isEmpty()) {
            String generated = alteration.to("generated");
            ways.add(List.of(alter + " SET EXPRESSION AS " + generated.substring(0, generated.lastIndexOf(' '))));
        }
        if (!alteration.to("generated").isEmpty()) {
            String drop = "ALTER " + task.address().typedParent(column.name()) + " DROP COLUMN "
                    + quote(column.name().name());
            ways.add(List.of(drop, add(column, task)));
            alteration.take("default", "type", "nullability");
        }
        task.draft().ways(ObjectKind.COLUMN, ways);
    }

    private static void nullability(Alteration alteration, Task task) {
        if (!alteration.has("nullability", "not null constraint")
                || Inheritance.comesFromParent(alteration, "nullability", task)) {
            alteration.take("nullability", "not null constraint");
            return;
        }
        alteration.take("nullability");
        SchemaObject column = alteration.after();
        ObjectName name = column.name();
        String from = alteration.from("nullability");
        String to = alteration.to("nullability");
        String alter = alter(name, task);
        if (to.isEmpty()) {
            alteration.take("not null constraint");
            task.draft().add(ObjectKind.COLUMN, alter + " DROP NOT NULL");
        } else if (from.isEmpty()) {
            alteration.take("not null constraint");
            notNull(column, task);
        } else if (!from.equals(to)) {
            alteration.take("not null constraint");
            String table = "ALTER TABLE " + Address.parent(name);
            if (from.equals(to + " not valid")) {
                task.draft()
                        .add(
                                ObjectKind.COLUMN,
                                table + " VALIDATE CONSTRAINT " + quote(notNullName(alteration.before())));
            } else {
                task.draft().ways(ObjectKind.COLUMN, List.of(List.of(alter + " DROP NOT NULL", notNull(column))));
            }
        }
        if (alteration.take("not null constraint")) {
            task.draft()
                    .add(
                            ObjectKind.COLUMN,
                            "ALTER TABLE " + Address.parent(name) + " RENAME CONSTRAINT "
                                    + quote(notNullName(alteration.before())) + " TO " + quote(notNullName(column)));
        }
    }

    private static void notNull(SchemaObject column, Task task) {
        if (column.attribute("nullability").equals("not null")
                && column.attribute("not null constraint").isEmpty()) {
            task.draft().add(ObjectKind.COLUMN, alter(column.name(), task) + " SET NOT NULL");
        } else {
            task.draft().add(ObjectKind.COLUMN, notNull(column));
        }
    }

    private static String notNull(SchemaObject column) {
        ObjectName name = column.name();
        String rest =
                column.attribute("nullability").substring("not null".length()).toUpperCase(Locale.ROOT);
        return "ALTER TABLE " + Address.parent(name) + " ADD CONSTRAINT " + quote(notNullName(column)) + " NOT NULL "
                + quote(name.name()) + rest;
    }

    private static String notNullName(SchemaObject column) {
        String own = column.attribute("not null constraint");
        return own.isEmpty() ? column.name().parent() + "_" + column.name().name() + "_not_null" : own;
    }

    private static void defaults(Alteration alteration, Task task) {
        if (alteration.take("default") && !Inheritance.comesFromParent(alteration, "default", task)) {
            SchemaObject column = alteration.after();
            task.draft().add(ObjectKind.COLUMN, alter(column.name(), task) + setDefault(column));
        }
    }

    private static String setDefault(SchemaObject column) {
        String value = column.attribute("default");
        return value.isEmpty() ? " DROP DEFAULT" : " SET DEFAULT " + value;
    }

    private static void identity(Alteration alteration, Task task) {
        if (!alteration.take("identity")) {
            return;
        }
        SchemaObject column = alteration.after();
        String alter = alter(column.name(), task);
        if (alteration.to("identity").isEmpty()) {
            task.draft().add(ObjectKind.COLUMN, alter + " DROP IDENTITY");
        } else if (alteration.from("identity").isEmpty()) {
            task.draft().add(ObjectKind.COLUMN, alter + " ADD GENERATED " + ColumnText.identity(column));
            if (!ColumnText.sequenceType(column).equals(column.attribute("type"))) {
                sequenceType(column, task);
            }
        } else {
            identityChange(alteration.before(), column, task);
        }
    }

    private static void identityChange(SchemaObject before, SchemaObject column, Task task) {
        String alter = alter(column.name(), task);
        String schema = column.name().schema();
        String sequence = ColumnText.sequenceName(before);
        String newName = ColumnText.sequenceName(column);
        if (!sequence.equals(newName)) {
            task.draft()
                    .add(
                            ObjectKind.COLUMN,
                            "ALTER SEQUENCE " + Identifiers.qualified(schema, sequence) + " RENAME TO "
                                    + quote(newName));
        }
        if (!ColumnText.identityKind(before).equals(ColumnText.identityKind(column))) {
            task.draft().add(ObjectKind.COLUMN, alter + " SET GENERATED " + ColumnText.identityKind(column));
        }
        if (!ColumnText.sequenceType(before).equals(ColumnText.sequenceType(column))) {
            sequenceType(column, task);
        }
        List<String> options = SequenceOptions.change(before.attribute("identity"), column.attribute("identity"));
        if (!options.isEmpty()) {
            task.draft().add(ObjectKind.COLUMN, alter + " SET " + String.join(" SET ", options));
        }
    }

    private static void sequenceType(SchemaObject column, Task task) {
        task.draft()
                .add(
                        ObjectKind.COLUMN,
                        "ALTER SEQUENCE "
                                + Identifiers.qualified(column.name().schema(), ColumnText.sequenceName(column))
                                + " AS "
                                + ColumnText.sequenceType(column));
    }
}
