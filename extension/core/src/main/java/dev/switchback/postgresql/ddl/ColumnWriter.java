package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.Locale;
import java.util.Set;

/** Columns of tables, views and composite types. */
final class ColumnWriter implements KindWriter {

    private static final Set<String> KEPT_IN_MAIN = Set.of("numeric", "inet", "cidr");

    @Override
    public boolean create(SchemaObject column, DdlContext context) {
        if (!Inheritance.isInherited(column, context.to())) {
            context.draft().addLast(ObjectKind.COLUMN, add(column, context));
        }
        afterCreate(column, context);
        return true;
    }

    /** The statements for a column's attributes that the text in a CREATE does not say. */
    void afterCreate(SchemaObject column, DdlContext context) {
        IdentityWriter.afterCreate(column, context);
        NotNullWriter.afterCreate(column, alter(column.name(), context), context);
        alter(Alteration.ofNew(column, ColumnText.SAID), context);
    }

    @Override
    public void drop(SchemaObject column, DdlContext context) {
        boolean goesWithParent = Inheritance.isInherited(column, context.from())
                && Inheritance.origins(column, context.from()).stream()
                        .allMatch(origin -> context.to().find(origin.name()).isEmpty());
        if (!goesWithParent) {
            StatementName old = new StatementName(context.from());
            String verb = isAttribute(column, old) ? " DROP ATTRIBUTE " : " DROP COLUMN ";
            context.draft()
                    .drop(
                            ObjectKind.COLUMN,
                            "ALTER " + old.typedParent(column.name()) + verb
                                    + quoteIfNeeded(column.name().name()));
        }
    }

    static boolean isAttribute(SchemaObject column, StatementName address) {
        return address.parentKind(column.name())
                .filter(ObjectKind.COMPOSITE_TYPE::equals)
                .isPresent();
    }

    /** ADD COLUMN or ADD ATTRIBUTE. */
    static String add(SchemaObject column, DdlContext context) {
        boolean attribute = isAttribute(column, context.address());
        return "ALTER " + context.address().typedParent(column.name())
                + (attribute ? " ADD ATTRIBUTE " : " ADD COLUMN ") + ColumnText.of(column, context);
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        ObjectName name = alteration.after().name();
        String alter = alter(name, context);
        ColumnTypeWriter.alter(alteration, alter, context);
        NotNullWriter.alter(alteration, alter, context);
        if (alteration.take("default") && !Inheritance.comesFromParent(alteration, "default", context)) {
            add(context, alter + ColumnText.setDefault(alteration.after()));
        }
        IdentityWriter.alter(alteration, alter, context);
        storage(alteration, alter, context);
        context.comment(alteration, "comment", context.address().typed(name));
        context.privileges(
                alteration,
                "grants",
                "revoked",
                "TABLE " + StatementName.parent(name),
                " (" + quoteIfNeeded(name.name()) + ")");
    }

    private static void storage(Alteration alteration, String alter, DdlContext context) {
        if (alteration.take("storage")) {
            String type = alteration.after().attribute("type").replaceAll("\\W.*", "");
            String usual = KEPT_IN_MAIN.contains(type) ? "main" : "extended";
            String storage = alteration.to("storage").isEmpty() ? usual : alteration.to("storage");
            add(context, alter + " SET STORAGE " + storage.toUpperCase(Locale.ROOT));
        }
        if (alteration.take("compression")) {
            String compression = alteration.to("compression");
            add(context, alter + " SET COMPRESSION " + (compression.isEmpty() ? "DEFAULT" : compression));
        }
        if (alteration.take("statistics")) {
            String target = alteration.to("statistics");
            add(context, alter + " SET STATISTICS " + (target.isEmpty() ? "-1" : target));
        }
        if (alteration.take("options")) {
            ObjectOptions.change(alter, alteration.from("options"), alteration.to("options"))
                    .forEach(statement -> add(context, statement));
        }
        if (alteration.take("foreign options")) {
            add(
                    context,
                    alter
                            + ObjectOptions.foreignChange(
                                    alteration.from("foreign options"), alteration.to("foreign options")));
        }
    }

    private static void add(DdlContext context, String statement) {
        context.draft().add(ObjectKind.COLUMN, statement);
    }

    private static String alter(ObjectName name, DdlContext context) {
        return "ALTER " + context.address().typedParent(name) + " ALTER COLUMN " + quoteIfNeeded(name.name());
    }
}
