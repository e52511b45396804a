package dev.switchback.migration.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pairing of a table's rows before and after: by their keys or, where there is none that can be trusted, by what they hold.
 *
 * @param pairs the rows that are there before and after
 * @param gone the rows that are only there before
 * @param added the rows that are only there after
 */
record RowMatch(List<Two> pairs, List<List<@Nullable String>> gone, List<List<@Nullable String>> added) {

    /** One row, before and after. */
    record Two(List<@Nullable String> before, List<@Nullable String> after) {}

    /**
     * Matches rows.
     *
     * @param columns the columns that count, which both have
     */
    static RowMatch of(TableRows before, TableRows after, List<String> columns) {
        boolean isByKey =
                !before.key().isEmpty() && before.key().equals(after.key()) && columns.containsAll(before.key());
        if (isByKey) {
            return by(before, after, before.key());
        }
        RowMatch same = by(before, after, columns);
        if (same.gone.isEmpty() || same.gone.size() != same.added.size()) {
            return same;
        }
        return byWhatIsTheSame(same, before, after, columns);
    }

    /** Rows that differ in the same columns are the same rows, if their other columns say so. */
    private static RowMatch byWhatIsTheSame(RowMatch same, TableRows before, TableRows after, List<String> columns) {
        TableRows gone = new TableRows(before.columns(), before.key(), same.gone);
        TableRows added = new TableRows(after.columns(), after.key(), same.added);
        List<String> unchanged = columns.stream()
                .filter(column -> values(gone, column).equals(values(added, column)))
                .toList();
        RowMatch rest = by(gone, added, unchanged);
        if (unchanged.isEmpty() || !rest.gone.isEmpty()) {
            return same;
        }
        List<Two> pairs = new ArrayList<>(same.pairs);
        pairs.addAll(rest.pairs);
        return new RowMatch(pairs, List.of(), List.of());
    }

    /** How often a column has each of its values. */
    static Map<String, Integer> values(TableRows table, String column) {
        int index = table.indexOf(column);
        Map<String, Integer> values = new HashMap<>();
        for (List<@Nullable String> row : table.rows()) {
            String value = row.get(index);
            values.merge(value == null ? "" : "=" + value, 1, Integer::sum);
        }
        return values;
    }

    private static RowMatch by(TableRows before, TableRows after, List<String> columns) {
        Map<List<@Nullable String>, Deque<List<@Nullable String>>> there = new HashMap<>();
        for (List<@Nullable String> row : after.rows()) {
            there.computeIfAbsent(project(after, row, columns), absent -> new ArrayDeque<>())
                    .add(row);
        }
        List<Two> pairs = new ArrayList<>();
        List<List<@Nullable String>> gone = new ArrayList<>();
        for (List<@Nullable String> row : before.rows()) {
            Deque<List<@Nullable String>> same = there.get(project(before, row, columns));
            if (same == null || same.isEmpty()) {
                gone.add(row);
            } else {
                pairs.add(new Two(row, same.remove()));
            }
        }
        Set<List<@Nullable String>> left = Collections.newSetFromMap(new IdentityHashMap<>());
        there.values().forEach(left::addAll);
        return new RowMatch(
                pairs, gone, after.rows().stream().filter(left::contains).toList());
    }

    private static List<@Nullable String> project(TableRows table, List<@Nullable String> row, List<String> columns) {
        List<@Nullable String> values = new ArrayList<>(columns.size());
        columns.forEach(column -> values.add(row.get(table.indexOf(column))));
        return values;
    }
}
