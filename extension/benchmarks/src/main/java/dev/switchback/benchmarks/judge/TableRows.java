package dev.switchback.benchmarks.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of a table, whatever their order and that of the columns.
 *
 * @param columns sorted by name
 * @param values of each row, in the order of the columns
 */
record TableRows(List<String> columns, List<List<String>> values) {

    static final TableRows NONE = new TableRows(List.of(), List.of());

    /** Reads {@code COPY table (columns) FROM stdin;} and what follows. */
    static TableRows parse(List<String> copy) {
        String head = copy.get(0);
        List<String> columns = Arrays.asList(
                head.substring(head.indexOf('(') + 1, head.lastIndexOf(')')).split(", "));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(columns::get));
        List<List<String>> rows = new ArrayList<>();
        for (String line : copy.subList(1, copy.size() - 1)) {
            String[] row = line.split("\t", -1);
            rows.add(order.stream().map(i -> row[i]).toList());
        }
        rows.sort(Comparator.comparing(String::valueOf));
        return new TableRows(order.stream().map(columns::get).toList(), rows);
    }

    /** The same rows, with these columns only. */
    TableRows only(List<String> kept) {
        List<Integer> places =
                columns.stream().filter(kept::contains).map(columns::indexOf).toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : values) {
            rows.add(places.stream().map(row::get).toList());
        }
        rows.sort(Comparator.comparing(String::valueOf));
        return new TableRows(places.stream().map(columns::get).toList(), rows);
    }

    int count() {
        return values.size();
    }
}
