package dev.switchback.schema.orphans;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Finds the tables and columns of foreign keys and of declared relations. */
@API(status = API.Status.INTERNAL)
public final class TableLinks {

    private TableLinks() {}

    /**
     * By the relations that a test declared or, if it declared none, by the foreign keys.
     *
     * @throws IllegalArgumentException if a table or column of a relation is not there, with the names nearest to it
     */
    static Stream<TableLink> all(Schema schema, List<DeclaredRelation> declared) {
        return declared.isEmpty()
                ? ofForeignKeys(schema).stream()
                : declared.stream().map(relation -> of(schema, relation));
    }

    /** All foreign keys; a partition's is its parent's. */
    public static List<TableLink> ofForeignKeys(Schema schema) {
        return schema.objects(ObjectKind.FOREIGN_KEY).stream()
                .filter(key -> key.attribute("part of").isEmpty())
                .map(key -> ofForeignKey(schema, key))
                .toList();
    }

    /** A relation as a test declared it. */
    private static TableLink of(Schema schema, DeclaredRelation relation) {
        SchemaObject table = relation(schema, relation.table());
        SchemaObject parent = relation(schema, relation.parent());
        check(schema, table, relation.columns());
        check(schema, parent, relation.parentColumns());
        return new TableLink(Optional.empty(), table, relation.columns(), parent, relation.parentColumns());
    }

    private static TableLink ofForeignKey(Schema schema, SchemaObject key) {
        String references = key.attribute("references");
        SchemaObject parent = schema.objects(ObjectKind.TABLE).stream()
                .filter(table -> references.startsWith(table.name().qualified() + "("))
                .findFirst()
                .orElseGet(() -> notInspected(references));
        String columns = references.substring(parent.name().qualified().length() + 1, references.length() - 1);
        return new TableLink(
                Optional.of(key),
                schema.parentOf(key.name()).orElseThrow(),
                split(key.attribute("columns")),
                parent,
                split(columns));
    }

    /** A table that belongs to an extension. */
    private static SchemaObject notInspected(String references) {
        String qualified = references.substring(0, references.indexOf('('));
        int dot = qualified.indexOf('.');
        ObjectName name = ObjectName.of(ObjectKind.TABLE, qualified.substring(0, dot), qualified.substring(dot + 1));
        return SchemaObject.of(name, "", Map.of());
    }

    private static SchemaObject relation(Schema schema, String name) {
        return ObjectKind.withRows().stream()
                .flatMap(kind -> schema.find(kind, name).stream())
                .findFirst()
                .orElseGet(() -> schema.get(ObjectKind.TABLE, name));
    }

    private static void check(Schema schema, SchemaObject table, List<String> columns) {
        columns.forEach(column -> schema.get(ObjectKind.COLUMN, table.name().qualified() + "." + column));
    }

    private static List<String> split(String names) {
        return Arrays.asList(names.split(", "));
    }
}
