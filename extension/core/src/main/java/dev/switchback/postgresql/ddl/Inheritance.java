package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
                ? Identifiers.split(table.attribute("inherits"))
                : Partition.of(partitionOf).map(Partition::parent).stream().toList();
        return names.stream().flatMap(name -> lookup.parent(name).stream()).toList();
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
    static boolean comesFromParent(Alteration alteration, String attribute, DdlContext task) {
        return origins(alteration.after(), task.to()).stream()
                .anyMatch(origin -> origin.attribute(attribute).equals(alteration.to(attribute))
                        && task.from()
                                .find(origin.name())
                                .filter(before -> before.attribute(attribute).equals(alteration.from(attribute)))
                                .isPresent());
    }

    static String list(String parents, SchemaLookup lookup) {
        return Identifiers.split(parents).stream()
                .map(name -> lookup.parent(name)
                        .map(parent -> StatementName.of(parent.name()))
                        .orElse(name))
                .collect(Collectors.joining(", "));
    }
}
