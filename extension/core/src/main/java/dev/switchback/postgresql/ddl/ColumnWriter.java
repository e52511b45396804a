package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.ddl.Identifiers.quote;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.Locale;
import java.util.Set;

/** Columns of tables, views and composite types. */
final class ColumnWriter implements KindWriter {

    private static final Set<String> KEPT_IN_MAIN = Set.of("numeric", "inet", "cidr");

    @Override
    public boolean create(SchemaObject column, DdlContext task) {
        if (!Inheritance.isInherited(column, task.to())) {
            task.draft().addLast(ObjectKind.COLUMN, add(column, task));
        }
        afterCreate(column, task);
        return true;
    }

    /** The statements for a column's attributes that the text in a CREATE does not say. */
    void afterCreate(SchemaObject column, DdlContext task) {
        IdentityWriter.afterCreate(column, task);
        NotNullWriter.afterCreate(column, alter(column.name(), task), task);
        alter(Alteration.ofNew(column, ColumnText.SAID), task);
    }

    @Override
    public void drop(SchemaObject column, DdlContext task) {
        boolean goesWithParent = Inheritance.isInherited(column, task.from())
                && Inheritance.origins(column, task.from()).stream()
                        .allMatch(origin -> task.to().find(origin.name()).isEmpty());
        if (!goesWithParent) {
            StatementName old = new StatementName(task.from());
            String verb = isAttribute(column, old) ? " DROP ATTRIBUTE " : " DROP COLUMN ";
            task.draft()
                    .drop(
                            ObjectKind.COLUMN,
                            "ALTER " + old.typedParent(column.name()) + verb
                                    + quote(column.name().name()));
        }
    }

    static boolean isAttribute(SchemaObject column, StatementName address) {
        return address.parentKind(column.name())
                .filter(ObjectKind.COMPOSITE_TYPE::equals)
                .isPresent();
    }

    /** ADD COLUMN or ADD ATTRIBUTE. */
    static String add(SchemaObject column, DdlContext task) {
        boolean attribute = isAttribute(column, task.address());
        return "ALTER " + task.address().typedParent(column.name()) + (attribute ? " ADD ATTRIBUTE " : " ADD COLUMN ")
                + ColumnText.of(column, task);
    }

    @Override
    public void alter(Alteration alteration, DdlContext task) {
        ObjectName name = alteration.after().name();
        String alter = alter(name, task);
        ColumnTypeWriter.alter(alteration, alter, task);
        NotNullWriter.alter(alteration, alter, task);
        if (alteration.take("default") && !Inheritance.comesFromParent(alteration, "default", task)) {
            add(task, alter + ColumnTypeWriter.setDefault(alteration.after()));
        }
        IdentityWriter.alter(alteration, alter, task);
        storage(alteration, alter, task);
        task.comment(alteration, "comment", task.address().typed(name));
        task.privileges(
                alteration,
                "grants",
                "revoked",
                "TABLE " + StatementName.parent(name),
                " (" + quote(name.name()) + ")");
    }

    private static void storage(Alteration alteration, String alter, DdlContext task) {
        if (alteration.take("storage")) {
            String type = alteration.after().attribute("type").replaceAll("\\W.*", "");
            String usual = KEPT_IN_MAIN.contains(type) ? "main" : "extended";
            String storage = alteration.to("storage").isEmpty() ? usual : alteration.to("storage");
            add(task, alter + " SET STORAGE " + storage.toUpperCase(Locale.ROOT));
        }
        if (alteration.take("compression")) {
            String compression = alteration.to("compression");
            add(task, alter + " SET COMPRESSION " + (compression.isEmpty() ? "DEFAULT" : compression));
        }
        if (alteration.take("statistics")) {
            String target = alteration.to("statistics");
            add(task, alter + " SET STATISTICS " + (target.isEmpty() ? "-1" : target));
        }
        if (alteration.take("options")) {
            ObjectOptions.change(alter, alteration.from("options"), alteration.to("options"))
                    .forEach(statement -> add(task, statement));
        }
        if (alteration.take("foreign options")) {
            add(
                    task,
                    alter
                            + ObjectOptions.foreignChange(
                                    alteration.from("foreign options"), alteration.to("foreign options")));
        }
    }

    private static void add(DdlContext task, String statement) {
        task.draft().add(ObjectKind.COLUMN, statement);
    }

    private static String alter(ObjectName name, DdlContext task) {
        return "ALTER " + task.address().typedParent(name) + " ALTER COLUMN " + quote(name.name());
    }
}
