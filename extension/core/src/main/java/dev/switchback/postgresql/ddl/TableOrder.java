package dev.switchback.postgresql.ddl;

import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The order of tables, by foreign keys and inheritance. */
final class TableOrder {

    private TableOrder() {}

    /** The changes, with the tables that are to be made in front, each after those that it leads to. */
    static List<Change> sorted(List<Change> changes, SchemaLookup lookup) {
        Map<SchemaObject, Change> tables = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Added added && added.name().kind() == ObjectKind.TABLE) {
                tables.put(added.object(), added);
            }
        }
        List<Change> sorted = new ArrayList<>();
        sorted(tables.keySet(), lookup).forEach(table -> sorted.add(Objects.requireNonNull(tables.get(table))));
        Set<Change> already = new HashSet<>(tables.values());
        changes.stream().filter(change -> !already.contains(change)).forEach(sorted::add);
        return sorted;
    }

    /** The tables, each after those that it leads to, as far as that is possible. */
    private static List<SchemaObject> sorted(Collection<SchemaObject> tables, SchemaLookup lookup) {
        Set<SchemaObject> sorted = new LinkedHashSet<>();
        Set<SchemaObject> underWay = new LinkedHashSet<>();
        tables.forEach(table -> visit(table, tables, lookup, underWay, sorted));
        return List.copyOf(sorted);
    }

    private static void visit(
            SchemaObject table,
            Collection<SchemaObject> tables,
            SchemaLookup lookup,
            Set<SchemaObject> underWay,
            Set<SchemaObject> sorted) {
        if (tables.contains(table) && underWay.add(table)) {
            targets(table, lookup).forEach(target -> visit(target, tables, lookup, underWay, sorted));
            sorted.add(table);
        }
    }

    /** The tables of a schema that lead to this one and to which this one leads, with itself, by qualified name. */
    static List<String> circle(SchemaObject table, SchemaLookup lookup) {
        Set<String> circle = new TreeSet<>();
        for (SchemaObject other : reachable(table, lookup)) {
            if (other.equals(table) || reachable(other, lookup).contains(table)) {
                circle.add(StatementName.of(other.name()));
            }
        }
        circle.add(StatementName.of(table.name()));
        return List.copyOf(circle);
    }

    private static Set<SchemaObject> reachable(SchemaObject table, SchemaLookup lookup) {
        Set<SchemaObject> reachable = new LinkedHashSet<>();
        List<SchemaObject> next = new ArrayList<>(targets(table, lookup).toList());
        while (!next.isEmpty()) {
            SchemaObject target = next.remove(next.size() - 1);
            if (reachable.add(target)) {
                next.addAll(targets(target, lookup).toList());
            }
        }
        return reachable;
    }

    private static Stream<SchemaObject> targets(SchemaObject table, SchemaLookup lookup) {
        return Stream.concat(
                Inheritance.parents(table, lookup).stream(),
                lookup.children(table, ObjectKind.FOREIGN_KEY).stream()
                        .flatMap(key -> lookup.parent(ConstraintText.target(key)).stream()));
    }
}
