package dev.switchback.migration.roundtrip;

import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of tables and columns before a migration that may have renamed them.
 *
 * @param tables the qualified names of tables, by those behind it
 * @param columns the names of columns of each table, by those behind it
 */
record NamesBefore(Map<String, String> tables, Map<String, Map<String, String>> columns) {

    static final NamesBefore SAME = new NamesBefore(Map.of(), Map.of());

    /** Of two schemas of the same database. */
    static NamesBefore of(Schema before, Schema after) {
        Map<String, String> schemas = new HashMap<>();
        Map<String, String> tables = new HashMap<>();
        Map<String, Map<String, String>> columns = new HashMap<>();
        for (Change change : SchemaDiff.between(before, after).changes()) {
            if (change instanceof Change.Renamed renamed) {
                ObjectName from = renamed.before().name();
                ObjectName to = renamed.after().name();
                if (from.kind() == ObjectKind.SCHEMA) {
                    schemas.put(to.name(), from.name());
                } else if (from.kind() == ObjectKind.TABLE) {
                    tables.put(to.qualified(), from.qualified());
                } else if (from.kind() == ObjectKind.COLUMN) {
                    columns.computeIfAbsent(to.qualifiedParent(), table -> new HashMap<>())
                            .put(to.name(), from.name());
                }
            }
        }
        for (SchemaObject table : after.objects(ObjectKind.TABLE)) {
            ObjectName name = table.name();
            if (schemas.containsKey(name.schema())) {
                tables.putIfAbsent(
                        name.qualified(),
                        ObjectName.of(ObjectKind.TABLE, schemas.get(name.schema()), name.name())
                                .qualified());
            }
        }
        return new NamesBefore(tables, columns);
    }

    String table(String after) {
        return tables.getOrDefault(after, after);
    }

    /** The name of a column of a table that has this one behind the migration. */
    String column(String tableAfter, String after) {
        return columns.getOrDefault(tableAfter, Map.of()).getOrDefault(after, after);
    }
}
