package dev.switchback.assertions.jooq;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Key;
import org.jooq.Table;
import org.jooq.UniqueKey;

/** Compares primary, unique and foreign keys, by their names. */
final class JooqKeys {

    private final Schema schema;
    private final Set<String> tables;
    private final Consumer<JooqDifference> differences;

    /** Between tables, all of which have classes. */
    JooqKeys(Schema schema, Collection<Table<?>> tables, Consumer<JooqDifference> differences) {
        this.schema = schema;
        this.tables = tables.stream().map(JooqKeys::qualified).collect(toSet());
        this.differences = differences;
    }

    private record Generated(Key<?> key, String columns) {}

    void compare(SchemaObject relation, Table<?> table) {
        Map<ObjectName, Generated> generated = new HashMap<>();
        UniqueKey<?> primary = table.getPrimaryKey();
        if (primary != null) {
            generated.put(name(relation, ObjectKind.PRIMARY_KEY, primary), new Generated(primary, columns(primary)));
        }
        for (UniqueKey<?> unique : table.getUniqueKeys()) {
            generated.put(name(relation, ObjectKind.UNIQUE, unique), new Generated(unique, columns(unique)));
        }
        for (ForeignKey<?, ?> reference : table.getReferences()) {
            generated.put(
                    name(relation, ObjectKind.FOREIGN_KEY, reference),
                    new Generated(reference, columns(reference) + " references " + target(reference)));
        }
        for (SchemaObject constraint : schema.childrenOf(relation)) {
            if (isKey(constraint)) {
                compare(constraint, generated);
            }
        }
        generated.forEach((name, own) -> {
            // What is not enforced was never the server's: the generator's settings made it up.
            if (own.key().enforced()) {
                differences.accept(JooqDifference.surplus(name, own.columns()));
            }
        });
    }

    private void compare(SchemaObject constraint, Map<ObjectName, Generated> generated) {
        Generated own = generated.remove(constraint.name());
        String columns = columns(constraint);
        if (own != null) {
            if (!own.columns().equals(columns)) {
                differences.accept(JooqDifference.other(constraint.name(), own.columns(), columns));
            }
        } else if (constraint.kind() != ObjectKind.FOREIGN_KEY || canBeGenerated(constraint)) {
            differences.accept(JooqDifference.lacking(constraint.name(), columns));
        }
    }

    private static boolean isKey(SchemaObject object) {
        return object.kind() == ObjectKind.PRIMARY_KEY
                || object.kind() == ObjectKind.UNIQUE
                || object.kind() == ObjectKind.FOREIGN_KEY;
    }

    /** jOOQ knows references to keys, not to unique indexes, and only between tables that have classes. */
    private boolean canBeGenerated(SchemaObject reference) {
        String references = reference.attribute("references");
        int columns = references.lastIndexOf('(');
        String table = references.substring(0, Math.max(0, columns));
        return tables.contains(table)
                && schema.objects().stream()
                        .filter(object -> object.kind() == ObjectKind.PRIMARY_KEY || object.kind() == ObjectKind.UNIQUE)
                        .anyMatch(key -> key.name().qualifiedParent().equals(table)
                                && references.equals(table + "(" + key.attribute("columns") + ")"));
    }

    private static ObjectName name(SchemaObject relation, ObjectKind kind, Key<?> key) {
        return new ObjectName(kind, relation.name().schema(), relation.name().name(), key.getName());
    }

    private static String columns(SchemaObject constraint) {
        String columns = "(" + constraint.attribute("columns") + ")";
        return constraint.kind() == ObjectKind.FOREIGN_KEY
                ? columns + " references " + constraint.attribute("references")
                : columns;
    }

    private static String columns(Key<?> key) {
        return "(" + listed(key.getFields()) + ")";
    }

    private static String target(ForeignKey<?, ?> reference) {
        return qualified(reference.getKey().getTable()) + "(" + listed(reference.getKeyFields()) + ")";
    }

    private static String listed(List<? extends Field<?>> fields) {
        return fields.stream().map(Field::getName).collect(joining(", "));
    }

    private static String qualified(Table<?> table) {
        return JooqComparison.nameOf(table.getSchema()) + "." + table.getName();
    }
}
