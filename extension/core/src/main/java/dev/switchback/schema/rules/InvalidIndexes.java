package dev.switchback.schema.rules;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.List;

/** Finds indexes that a build left behind unfinished. */
final class InvalidIndexes {

    static final SchemaRule RULE = SchemaRule.of(
            "no-invalid-index",
            "No index is invalid.",
            "It costs every write and serves no query. CREATE INDEX CONCURRENTLY leaves one behind where it fails.",
            InvalidIndexes::violations);

    private InvalidIndexes() {}

    private static List<Violation> violations(Schema schema) {
        return schema.objects(ObjectKind.INDEX).stream()
                .filter(index -> !index.attribute("valid").isEmpty())
                .map(index -> new Violation(index.name(), "is invalid", mend(schema, index)))
                .toList();
    }

    private static String mend(Schema schema, SchemaObject index) {
        boolean partitioned = schema.parentOf(index.name())
                .filter(table -> !table.attribute("partitioned by").isEmpty())
                .isPresent();
        return RuleDialect.ofProduct(schema.product()).repairIndex(SqlNames.quoted(index.name()), partitioned);
    }
}
