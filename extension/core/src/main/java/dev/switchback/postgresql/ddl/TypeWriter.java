package dev.switchback.postgresql.ddl;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Enums, domains, composite and range types. */
final class TypeWriter implements KindWriter {

    private static final List<ObjectKind> REPLACEABLE =
            List.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE_TYPE);

    private final ColumnWriter columns;
    private final ConstraintWriter constraints;

    TypeWriter(ColumnWriter columns, ConstraintWriter constraints) {
        this.columns = columns;
        this.constraints = constraints;
    }

    @Override
    public boolean create(SchemaObject type, DdlContext context) {
        switch (type.kind()) {
            case COMPOSITE_TYPE -> composite(type, context);
            case DOMAIN -> domain(type, context);
            default -> context.draft().add(type.kind(), text(type));
        }
        common(
                Alteration.ofNew(
                        type,
                        "values",
                        "type",
                        "nullability",
                        "default",
                        "collation",
                        "subtype",
                        "subtype difference",
                        "canonical",
                        "multirange type",
                        "operator class"),
                context);
        return true;
    }

    /** An enum or a range type. */
    static String text(SchemaObject type) {
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

    /** The statement that makes any type but a base type. */
    static String text(SchemaObject type, DdlContext context) {
        return switch (type.kind()) {
            case COMPOSITE_TYPE ->
                "CREATE TYPE " + StatementName.of(type.name()) + " AS ("
                        + attributes(type, context).stream()
                                .map(column -> ColumnText.of(column, context))
                                .collect(joining(
                                        ",\n    ", attributes(type, context).isEmpty() ? "" : "\n    ", "\n)"));
            case DOMAIN -> domainText(type, context);
            default -> text(type);
        };
    }

    private static List<SchemaObject> attributes(SchemaObject composite, DdlContext context) {
        return context.to().children(composite, ObjectKind.COLUMN);
    }

    private void composite(SchemaObject type, DdlContext context) {
        context.draft().add(type.kind(), text(type, context));
        attributes(type, context).forEach(column -> columns.afterCreate(column, context));
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
            if (ConstraintWriter.isInline(check, context)) {
                text.append(" CONSTRAINT ")
                        .append(Identifiers.quote(check.name().name()))
                        .append(' ')
                        .append(check.definition());
            }
        }
        return text.toString();
    }

    private void domain(SchemaObject type, DdlContext context) {
        context.draft().add(type.kind(), domainText(type, context));
        afterDomain(type, context);
    }

    private void afterDomain(SchemaObject type, DdlContext context) {
        for (SchemaObject check : context.to().children(type, ObjectKind.CHECK)) {
            if (ConstraintWriter.isInline(check, context)) {
                constraints.afterCreate(check, context);
            } else {
                constraints.create(check, context);
            }
        }
    }

    /** Where a type of another kind takes its name, that one takes its place in columns, too. */
    @Override
    public void drop(SchemaObject type, DdlContext context) {
        List<List<String>> last = REPLACEABLE.stream()
                .map(kind -> new ObjectName(
                        kind,
                        type.name().schema(),
                        type.name().parent(),
                        type.name().name()))
                .flatMap(name -> context.to().find(name).stream())
                .findFirst()
                .map(other -> TypeReplacement.ways(type, other, text(other, context), context))
                .orElse(List.of());
        context.draft()
                .drop(type.kind(), List.of("DROP " + new StatementName(context.from()).typed(type.name())), last);
    }

    private static void append(StringBuilder text, String words, String value) {
        if (!value.isEmpty()) {
            text.append(words).append(value);
        }
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject type = alteration.after();
        switch (type.kind()) {
            case ENUM -> {
                if (alteration.take("values")) {
                    EnumValues.alter(alteration, context);
                }
            }
            case DOMAIN -> domain(alteration, context);
            case RANGE_TYPE -> range(alteration, context);
            default -> {}
        }
        common(alteration, context);
    }

    private void domain(Alteration alteration, DdlContext context) {
        SchemaObject domain = alteration.after();
        String alter = "ALTER DOMAIN " + StatementName.of(domain.name());
        if (alteration.take("type", "collation")) {
            alteration.take("nullability", "default");
            context.draft().ways(domain.kind(), TypeReplacement.ways(domain, domainText(domain, context), context));
            afterDomain(domain, context);
        }
        if (alteration.take("nullability")) {
            context.draft()
                    .add(
                            domain.kind(),
                            alter + (alteration.to("nullability").isEmpty() ? " DROP" : " SET") + " NOT NULL");
        }
        if (alteration.take("default")) {
            String value = alteration.to("default");
            context.draft().add(domain.kind(), alter + (value.isEmpty() ? " DROP DEFAULT" : " SET DEFAULT " + value));
        }
    }

    private void range(Alteration alteration, DdlContext context) {
        SchemaObject range = alteration.after();
        if (alteration.take(
                "subtype", "subtype difference", "canonical", "operator class", "collation", "definition")) {
            alteration.take("multirange type");
            context.draft().ways(range.kind(), TypeReplacement.ways(range, text(range), context));
        }
        if (alteration.take("multirange type")) {
            String to = alteration.to("multirange type");
            context.draft()
                    .add(
                            range.kind(),
                            "ALTER TYPE " + alteration.from("multirange type") + " RENAME TO "
                                    + to.substring(to.lastIndexOf('.') + 1));
        }
    }

    private static void common(Alteration alteration, DdlContext context) {
        ObjectKind kind = alteration.after().kind();
        context.common(
                alteration,
                (kind == ObjectKind.DOMAIN ? "DOMAIN " : "TYPE ")
                        + StatementName.of(alteration.after().name()));
    }
}
