package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a table that it has from its parents. */
final class Inheritance {

    private static final Pattern PARTITION = Pattern.compile("(?s)(.*?) (FOR VALUES .*|DEFAULT)");

    private Inheritance() {}

    /** A partition's place: the table that it is a part of, and its bounds. */
    record Partition(String parent, String bounds) {

        static Optional<Partition> of(String partitionOf) {
            Matcher partition = PARTITION.matcher(partitionOf);
            return partition.matches()
                    ? Optional.of(new Partition(partition.group(1), partition.group(2)))
                    : Optional.empty();
        }
    }

    static List<SchemaObject> parents(SchemaObject table, SchemaLookup lookup) {
        String partitionOf = table.attribute("partition of");
        List<String> names = partitionOf.isEmpty()
                ? ListedNames.split(table.attribute("inherits"))
                : Partition.of(partitionOf).map(Partition::parent).stream().toList();
        return names.stream().flatMap(name -> lookup.parent(name).stream()).toList();
    }

    /** The tables below one, near and far. */
    static List<SchemaObject> heirs(SchemaObject table, SchemaLookup lookup) {
        return lookup.all(ObjectKind.TABLE).stream()
                .filter(other -> ancestors(other, lookup).contains(table))
                .toList();
    }

    /** The columns of parents that this one continues. */
    static List<SchemaObject> origins(SchemaObject column, SchemaLookup lookup) {
        return lookup.parentOf(column).map(table -> parents(table, lookup)).orElse(List.of()).stream()
                .flatMap(parent -> lookup.children(parent, ObjectKind.COLUMN).stream())
                .filter(other -> other.name().name().equals(column.name().name()))
                .toList();
    }

    /** Whether a column is there only because a parent has it. */
    static boolean isInherited(SchemaObject column, SchemaLookup lookup) {
        return column.attribute("inherited").isEmpty()
                && !origins(column, lookup).isEmpty();
    }

    /** Whether the same happens to a parent's column, which takes this one along. */
    static boolean comesFromParent(Alteration alteration, String attribute, DdlContext context) {
        return origins(alteration.after(), context.to()).stream()
                .anyMatch(origin -> origin.attribute(attribute).equals(alteration.to(attribute))
                        && context.from()
                                .find(origin.name())
                                .filter(before -> before.attribute(attribute).equals(alteration.from(attribute)))
                                .isPresent());
    }

    /** The checks of the tables above, in words: a child must have them before it can be theirs. */
    static List<String> checks(SchemaObject table, SchemaLookup lookup) {
        Map<String, String> checks = new LinkedHashMap<>();
        ancestors(table, lookup).stream()
                .flatMap(parent -> lookup.children(parent, ObjectKind.CHECK).stream())
                .filter(check -> check.attribute("inheritance").isEmpty())
                .forEach(check -> checks.putIfAbsent(check.name().name(), check.definition()));
        lookup.children(table, ObjectKind.CHECK)
                .forEach(own -> checks.remove(own.name().name()));
        return checks.entrySet().stream()
                .map(check -> "CONSTRAINT " + SqlName.quoteIfNeeded(check.getKey()) + " " + check.getValue())
                .toList();
    }

    /** A column as it is before its table becomes a partition, which has the identity of its parent. */
    static SchemaObject withoutIdentity(SchemaObject column, SchemaLookup lookup) {
        boolean isOfParent = origins(column, lookup).stream()
                .anyMatch(origin -> !origin.attribute("identity").isEmpty());
        if (!isOfParent) {
            return column;
        }
        TreeMap<String, String> attributes = new TreeMap<>(column.attributes());
        attributes.remove("identity");
        return new SchemaObject(column.name(), column.definition(), attributes, column.identity());
    }

    private static List<SchemaObject> ancestors(SchemaObject table, SchemaLookup lookup) {
        return parents(table, lookup).stream()
                .flatMap(parent -> Stream.concat(Stream.of(parent), ancestors(parent, lookup).stream()))
                .distinct()
                .toList();
    }

    static String list(String parents, SchemaLookup lookup) {
        return ListedNames.split(parents).stream()
                .map(name -> lookup.parent(name)
                        .map(parent -> StatementName.of(parent.name()))
                        .orElse(name))
                .collect(Collectors.joining(", "));
    }
}
