package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
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
            default -> context.draft().add(type.kind(), TypeText.of(type));
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

    private void composite(SchemaObject type, DdlContext context) {
        context.draft().add(type.kind(), TypeText.of(type, context));
        TypeText.attributes(type, context).forEach(column -> columns.afterCreate(column, context));
    }

    private void domain(SchemaObject type, DdlContext context) {
        context.draft().add(type.kind(), TypeText.of(type, context));
        afterDomain(type, context);
    }

    private void afterDomain(SchemaObject type, DdlContext context) {
        for (SchemaObject check : context.to().children(type, ObjectKind.CHECK)) {
            if (ConstraintText.isInline(check, context)) {
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
                .map(other -> TypeReplacement.ways(type, other, TypeText.of(other, context), context))
                .orElse(List.of());
        context.draft()
                .drop(type.kind(), List.of("DROP " + new StatementName(context.from()).typed(type.name())), last);
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
            context.draft().ways(domain.kind(), TypeReplacement.ways(domain, TypeText.of(domain, context), context));
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
            context.draft().ways(range.kind(), TypeReplacement.ways(range, TypeText.of(range), context));
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
