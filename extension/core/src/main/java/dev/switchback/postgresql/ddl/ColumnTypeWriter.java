package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** The writer of a column's content: its type and, where that is given, the expression that makes its values. */
final class ColumnTypeWriter {

    private ColumnTypeWriter() {}

    static void alter(Alteration alteration, String alterColumn, DdlContext context) {
        type(alteration, context);
        generated(alteration, alterColumn, context);
    }

    private static void type(Alteration alteration, DdlContext context) {
        SchemaObject column = alteration.after();
        boolean isOwn = !Inheritance.comesFromParent(alteration, "type", context);
        if (!alteration.take("type", "collation") || !isOwn) {
            return;
        }
        ObjectName name = column.name();
        if (context.address().parentKind(name).filter(ObjectKind::isView).isPresent()) {
            return; // what its query gives
        }
        String type = " TYPE " + column.attribute("type")
                + (column.attribute("collation").isEmpty() ? "" : " COLLATE " + column.attribute("collation"));
        if (ColumnWriter.isAttribute(column, context.address())) {
            List<List<String>> ways = new ArrayList<>();
            ways.add(List.of("ALTER TYPE " + StatementName.parent(name) + " ALTER ATTRIBUTE "
                    + quoteIfNeeded(name.name()) + type));
            context.to()
                    .parentOf(column)
                    .map(composite -> TypeReplacement.ways(composite, TypeText.of(composite, context), context))
                    .ifPresent(ways::addAll);
            context.draft().ways(ObjectKind.COLUMN, ways);
            return;
        }
        String using = " USING " + quoteIfNeeded(name.name()) + "::";
        String alter = " ALTER COLUMN " + quoteIfNeeded(name.name());
        String table = "ALTER " + context.address().typedParent(name);
        String ownDefault = alteration.take("default") ? ColumnText.setDefault(column) : "";
        String also = ownDefault.isEmpty() ? "" : "," + alter + ownDefault;
        List<String> conversions = List.of(
                type,
                type + using + unlimited(column.attribute("type")),
                type + using + "text::" + unlimited(column.attribute("type")));
        List<List<String>> ways = new ArrayList<>();
        for (String conversion : conversions) {
            ways.add(List.of(table + alter + conversion + also));
            if (conversion.contains(using) && !alteration.from("default").isEmpty()) {
                ways.add(List.of(table + alter + " DROP DEFAULT," + alter + conversion + "," + alter
                        + ColumnText.setDefault(column)));
            }
        }
        List.copyOf(ways)
                .forEach(way -> DependentStatements.around(column, context, way).ifPresent(ways::add));
        context.draft().ways(ObjectKind.COLUMN, ways, Obstacles.droppedBefore(column, context, ways));
    }

    /** The type without its length: an explicit cast to it would cut off in silence what is too long for it. */
    static String unlimited(String type) {
        return type.startsWith("bit(")
                ? type
                : type.replaceFirst("^character\\(", "bpchar(").replaceFirst("\\(\\d+(?:, ?-?\\d+)?\\)", "");
    }

    private static void generated(Alteration alteration, String alter, DdlContext context) {
        if (!alteration.take("generated")) {
            return;
        }
        SchemaObject column = alteration.after();
        List<List<String>> ways = new ArrayList<>();
        if (alteration.to("generated").isEmpty()) {
            ways.add(List.of(alter + " DROP EXPRESSION"));
        } else if (!alteration.from("generated").isEmpty()) {
            String generated = alteration.to("generated");
            ways.add(List.of(alter + " SET EXPRESSION AS " + generated.substring(0, generated.lastIndexOf(' '))));
        }
        if (!alteration.to("generated").isEmpty()) {
            String drop = "ALTER " + context.address().typedParent(column.name()) + " DROP COLUMN "
                    + quoteIfNeeded(column.name().name());
            List<String> anew = List.of(drop, ColumnWriter.add(column, context));
            ways.add(anew);
            DependentStatements.around(column, context, anew).ifPresent(ways::add);
            alteration.take("default", "type", "nullability");
        }
        context.draft().ways(ObjectKind.COLUMN, ways);
    }
}
