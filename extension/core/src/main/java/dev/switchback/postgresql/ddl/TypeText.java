package dev.switchback.postgresql.ddl;

import static java.util.stream.Collectors.joining;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** The statement that makes an enum, domain, composite or range type. */
final class TypeText {

    private TypeText() {}

    /** Any type but a base type. */
    static String of(SchemaObject type, DdlContext context) {
        return switch (type.kind()) {
            case COMPOSITE_TYPE ->
                "CREATE TYPE " + StatementName.of(type.name()) + " AS ("
                        + attributes(type, context).stream()
                                .map(column -> ColumnText.of(column, context))
                                .collect(joining(
                                        ",\n    ", attributes(type, context).isEmpty() ? "" : "\n    ", "\n)"));
            case DOMAIN -> domainText(type, context);
            default -> of(type);
        };
    }

    /** An enum or a range type. */
    static String of(SchemaObject type) {
        String create = "CREATE TYPE " + StatementName.of(type.name()) + " AS ";
        if (type.kind() == ObjectKind.ENUM) {
            return create + "ENUM (" + type.attribute("values") + ")";
        }
        List<String> parts = new ArrayList<>();
        part(parts, "SUBTYPE", type.attribute("subtype"));
        part(parts, "SUBTYPE_OPCLASS", type.attribute("operator class"));
        part(parts, "COLLATION", type.attribute("collation"));
        part(parts, "CANONICAL", type.attribute("canonical"));
        String difference = type.attribute("subtype difference");
        part(parts, "SUBTYPE_DIFF", difference.equals("-") ? "" : difference);
        part(parts, "MULTIRANGE_TYPE_NAME", type.attribute("multirange type"));
        return create + "RANGE (" + String.join(", ", parts) + ")";
    }

    private static void part(List<String> parts, String word, String value) {
        if (!value.isEmpty()) {
            parts.add(word + " = " + value);
        }
    }

    static List<SchemaObject> attributes(SchemaObject composite, DdlContext context) {
        return context.to().children(composite, ObjectKind.COLUMN);
    }

    private static String domainText(SchemaObject type, DdlContext context) {
        StringBuilder text = new StringBuilder("CREATE DOMAIN ")
                .append(StatementName.of(type.name()))
                .append(" AS ")
                .append(type.attribute("type"));
        append(text, " COLLATE ", type.attribute("collation"));
        append(text, " DEFAULT ", type.attribute("default"));
        append(text, " ", type.attribute("nullability").isEmpty() ? "" : "NOT NULL");
        for (SchemaObject check : context.to().children(type, ObjectKind.CHECK)) {
            if (ConstraintText.isInline(check, context)) {
                text.append(" CONSTRAINT ")
                        .append(SqlName.quoteIfNeeded(check.name().name()))
                        .append(' ')
                        .append(check.definition());
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String words, String value) {
        if (!value.isEmpty()) {
            text.append(words).append(value);
        }
    }
}
