package dev.switchback.schema.rules;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Finds columns, domains and ranges of timestamps that do not say of which time zone. */
final class LocalTimestamps {

    static final SchemaRule RULE = SchemaRule.of(
            "no-timestamp-without-time-zone",
            "No column, domain or range is of type timestamp without time zone.",
            "Such a value is no moment: what it means depends on the settings of who wrote it and of who reads it.",
            LocalTimestamps::violations);

    private LocalTimestamps() {}

    private static List<Violation> violations(Schema schema) {
        ParentTables parents = new ParentTables(schema);
        RuleDialect dialect = RuleDialect.ofProduct(schema.product());
        return schema.objects().stream()
                .filter(object -> dialect.zonedType(type(object)).isPresent())
                .filter(object -> !parents.isInherited(object.name()) && !isOfView(schema, object))
                .map(object ->
                        new Violation(object.name(), "is of type " + type(object), mend(schema, object, dialect)))
                .toList();
    }

    private static String type(SchemaObject object) {
        return switch (object.kind()) {
            case COLUMN, DOMAIN -> object.attribute("type");
            case RANGE_TYPE -> object.attribute("subtype");
            default -> "";
        };
    }

    /** A view shows what its tables have, and goes with them. */
    private static boolean isOfView(Schema schema, SchemaObject object) {
        return parent(schema, object, ObjectKind.VIEW) || parent(schema, object, ObjectKind.MATERIALIZED_VIEW);
    }

    private static boolean parent(Schema schema, SchemaObject object, ObjectKind kind) {
        return schema.parentOf(object.name())
                .filter(parent -> parent.kind() == kind)
                .isPresent();
    }

    private static String mend(Schema schema, SchemaObject object, RuleDialect dialect) {
        String type = type(object);
        Optional<String> statement = parent(schema, object, ObjectKind.TABLE)
                ? dialect.toZoned(
                        SqlNames.quotedParent(object.name()),
                        SqlNames.quoted(object.name().name()),
                        type)
                : Optional.empty();
        return statement.orElseGet(
                () -> "Make it %s.".formatted(dialect.zonedType(type).orElseThrow()));
    }
}
