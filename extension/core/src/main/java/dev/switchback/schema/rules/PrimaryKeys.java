package dev.switchback.schema.rules;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds tables without a primary key. A partition's is its parent's, a foreign table's is elsewhere. */
final class PrimaryKeys {

    static final SchemaRule RULE = SchemaRule.of(
            "primary-key",
            "Every table has a primary key.",
            "Without one a row cannot be named: it cannot be updated alone, replicated, or found again.",
            PrimaryKeys::violations);

    private PrimaryKeys() {}

    private static List<Violation> violations(Schema schema) {
        Set<String> keyed = new HashSet<>();
        schema.objects(ObjectKind.PRIMARY_KEY)
                .forEach(key -> keyed.add(key.name().qualifiedParent()));
        return schema.objects(ObjectKind.TABLE).stream()
                .filter(table -> !ParentTables.isPartition(table)
                        && !keyed.contains(table.name().qualified()))
                .map(table -> new Violation(table.name(), "has no primary key", mend(schema, table)))
                .toList();
    }

    private static String mend(Schema schema, SchemaObject table) {
        String columns = schema.childrenOf(table).stream()
                .filter(key -> key.kind() == ObjectKind.UNIQUE && isNotNull(schema, key))
                .findFirst()
                .map(key -> SqlNames.quoted(SqlNames.listed(key.attribute("columns"))))
                .orElse("<the columns that name a row>");
        return "ALTER TABLE %s ADD PRIMARY KEY (%s);".formatted(SqlNames.quoted(table.name()), columns);
    }

    private static boolean isNotNull(Schema schema, SchemaObject key) {
        return SqlNames.listed(key.attribute("columns")).stream()
                .allMatch(column -> schema.find(ObjectKind.COLUMN, key.name().qualifiedParent() + "." + column)
                        .filter(found -> !found.attribute("nullability").isEmpty())
                        .isPresent());
    }
}
