package dev.switchback.schema.rules;

import dev.switchback.schema.InheritingTables;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables that have their columns from others: partitions, and tables that inherit. */
final class ParentTables {

    private final Map<String, SchemaObject> tables = new HashMap<>();
    private final Set<String> columns = new HashSet<>();

    ParentTables(Schema schema) {
        for (SchemaObject object : schema.objects()) {
            if (object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.FOREIGN_TABLE) {
                tables.put(object.name().qualified(), object);
            } else if (object.kind() == ObjectKind.COLUMN) {
                columns.add(object.name().qualified());
            }
        }
    }

    static boolean isPartition(SchemaObject table) {
        return !table.attribute("partition of").isEmpty();
    }

    /** Whether a column is there because a parent of its table has it: it is the parent's to mend. */
    boolean isInherited(ObjectName column) {
        SchemaObject table = tables.get(column.qualifiedParent());
        return table != null
                && parentsOf(table).stream().anyMatch(parent -> columns.contains(parent + "." + column.name()));
    }

    /** The qualified names of a table's parents. */
    List<String> parentsOf(SchemaObject table) {
        return !isPartition(table) && table.attribute("inherits").isEmpty()
                ? List.of()
                : tables.keySet().stream()
                        .filter(name -> InheritingTables.isChildOf(table, name))
                        .toList();
    }

    /** The table of this qualified name and all that it has its columns from. */
    List<String> withParents(String table) {
        List<String> all = new ArrayList<>();
        all.add(table);
        SchemaObject object = tables.get(table);
        if (object != null) {
            parentsOf(object).forEach(parent -> all.addAll(withParents(parent)));
        }
        return all;
    }
}
