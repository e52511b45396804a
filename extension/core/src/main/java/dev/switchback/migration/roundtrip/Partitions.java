package dev.switchback.migration.roundtrip;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
            List<String> partitioned = schema.objects(ObjectKind.TABLE).stream()
                    .filter(table -> !table.attribute("partitioned by").isEmpty())
                    .map(table -> table.name().qualified())
                    .toList();
            schema.objects(ObjectKind.TABLE).forEach(table -> partitioned.stream()
                    .filter(parent -> table.attribute("partition of").startsWith(parent + " "))
                    .max(Comparator.comparing(String::length))
                    .ifPresent(parent -> parents.put(table.name().qualified(), parent)));
        }
        return new Partitions(parents);
    }

    /** The tables that hold the rows of the table of this name: itself or, if it has some, its partitions. */
    Set<String> leaves(String table) {
        Set<String> leaves = new TreeSet<>();
        parents.keySet().stream()
                .filter(part -> !parents.containsValue(part))
                .filter(part -> wholes(part).contains(table))
                .forEach(leaves::add);
        return leaves.isEmpty() ? Set.of(table) : leaves;
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
