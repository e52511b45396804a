package dev.switchback.schema.rules;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.List;

/** Finds constraints that older rows need not meet. */
final class UnvalidatedConstraints {

    static final SchemaRule RULE = SchemaRule.of(
            "no-unvalidated-constraint",
            "No constraint is left unvalidated.",
            "Rows that were there before need not meet it: nobody may rely on it, and the planner does not.",
            UnvalidatedConstraints::violations);

    private static final String NOT_VALID = "not valid";

    private UnvalidatedConstraints() {}

    private static List<Violation> violations(Schema schema) {
        return schema.objects().stream()
                .filter(UnvalidatedConstraints::isUnvalidated)
                .map(object -> violation(schema, object))
                .toList();
    }

    private static boolean isUnvalidated(SchemaObject object) {
        return switch (object.kind()) {
            case CHECK, FOREIGN_KEY -> object.attribute("valid").equals(NOT_VALID);
            case COLUMN -> object.attribute("nullability").contains(NOT_VALID);
            default -> false;
        };
    }

    private static Violation violation(Schema schema, SchemaObject object) {
        if (!object.attribute("enforced").isEmpty()) {
            return new Violation(object.name(), "is not enforced", "Drop it, or add it again without NOT ENFORCED.");
        }
        boolean domain = schema.parentOf(object.name())
                .filter(parent -> parent.kind() == ObjectKind.DOMAIN)
                .isPresent();
        return new Violation(
                object.name(),
                object.kind() == ObjectKind.COLUMN ? "is NOT NULL, but not validated" : "is not validated",
                "ALTER %s %s VALIDATE CONSTRAINT %s;"
                        .formatted(
                                domain ? "DOMAIN" : "TABLE",
                                SqlNames.quotedParent(object.name()),
                                SqlNames.quoted(constraint(object))));
    }

    private static String constraint(SchemaObject object) {
        if (object.kind() != ObjectKind.COLUMN) {
            return object.name().name();
        }
        String named = object.attribute("not null constraint");
        return named.isEmpty() ? object.name().parent() + "_" + object.name().name() + "_not_null" : named;
    }
}
