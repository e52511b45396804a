package dev.switchback.migration.roundtrip;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Partitions, by whose tables' names people speak of their rows.
 *
 * @param parents the table that each is a partition of, by qualified names
 */
record Partitions(Map<String, String> parents) {

    static final Partitions NONE = new Partitions(Map.of());

    Partitions {
        parents = Map.copyOf(parents);
    }

    /** The partitions that are in any of some schemas. */
    static Partitions of(Schema... schemas) {
        Map<String, String> parents = new HashMap<>();
        for (Schema schema : schemas) {
            for (SchemaObject table : schema.objects(ObjectKind.TABLE)) {
                String partitionOf = table.attribute("partition of");
                if (!partitionOf.isEmpty()) {
                    parents.put(table.name().qualified(), partitionOf.substring(0, partitionOf.indexOf(' ')));
                }
            }
        }
        return new Partitions(parents);
    }

    /** The table of this name and, if it is a partition, all that it is a part of. */
    Set<String> wholes(String table) {
        Set<String> wholes = new LinkedHashSet<>();
        for (String next = table; next != null && wholes.add(next); ) {
            next = parents.get(next);
        }
        return wholes;
    }
}
