package dev.switchback.postgresql.filling;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table to be filled: one that holds rows itself, not its partitions.
 *
 * @param id its number in the catalog
 * @param name its qualified name, unquoted
 * @param sql its qualified name, quoted where it must be
 * @param root the partitioned table that it is a part of; its own number if of none
 * @param triggerText the bodies of the functions that its triggers call before or after a row comes
 */
record FilledTarget(
        long id,
        String name,
        String sql,
        long root,
        boolean isPartition,
        List<FilledColumn> columns,
        List<TableCondition> conditions,
        List<ParentLink> parents,
        String triggerText) {

    FilledTarget {
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
        parents = List.copyOf(parents);
    }

    FilledTarget with(List<TableCondition> all) {
        return new FilledTarget(id, name, sql, root, isPartition, columns, all, parents, triggerText);
    }

    FilledColumn column(String wanted) {
        return find(wanted).orElseThrow(() -> new IllegalStateException(name + " has no column " + wanted));
    }

    Optional<FilledColumn> find(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    Optional<TableCondition> condition(String wanted) {
        return conditions.stream()
                .filter(condition -> condition.name().equals(wanted))
                .findFirst();
    }

    /** The names of the columns that decide a column's value: its own or, of a generated one, those of which it is made. */
    List<String> sources(String wanted) {
        FilledColumn column = column(wanted);
        return !column.isGenerated()
                ? List.of(wanted)
                : columns.stream()
                        .map(FilledColumn::name)
                        .filter(name -> SqlWords.mentions(column.expression(), name))
                        .toList();
    }

    /** The conditions that change with one of these columns, also by way of a generated one. */
    List<TableCondition> conditionsOn(Set<String> names) {
        return conditions.stream()
                .filter(condition -> condition.columns().stream()
                        .flatMap(name -> sources(name).stream())
                        .anyMatch(names::contains))
                .toList();
    }

    /** The name without its schema. */
    String shortName() {
        return name.substring(name.indexOf('.') + 1);
    }
}
