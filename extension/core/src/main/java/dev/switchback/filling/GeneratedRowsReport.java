package dev.switchback.filling;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The result of filling a database: every table, with its rows or the reason why it has none.
 *
 * @param tables the tables in the order in which they were filled
 */
public record GeneratedRowsReport(List<FilledTable> tables) {

    public GeneratedRowsReport {
        tables = List.copyOf(tables);
    }

    /** How many rows were brought in. */
    public long rows() {
        return tables.stream().mapToLong(FilledTable::rows).sum();
    }

    /** The tables that got no row. */
    public List<FilledTable> refused() {
        return tables.stream().filter(table -> !table.isFilled()).toList();
    }

    /** The tables that got some rows, but fewer than they were to. */
    public List<FilledTable> shortened() {
        return tables.stream()
                .filter(table -> table.isFilled() && table.rows() < table.wanted())
                .toList();
    }

    /** Whether each table got all the rows that it was to, with a value in each of its keys. */
    @API(status = API.Status.INTERNAL)
    public boolean isComplete() {
        return tables.stream().allMatch(FilledTable::isComplete);
    }

    /** One line about all, then a line for each table that got no row, fewer than it was to or none with some key, and how to fill it. */
    @Override
    public String toString() {
        long filled = tables.stream().filter(FilledTable::isFilled).count();
        String head = "%d of %d tables filled with %d rows".formatted(filled, tables.size(), rows());
        List<FilledTable> told =
                tables.stream().filter(table -> !table.isComplete()).toList();
        return told.isEmpty() ? head : head + "\n\n" + lines(told) + (refused().isEmpty() ? "" : "\n\n" + advice());
    }

    private static String lines(List<FilledTable> tables) {
        return tables.stream().map(table -> "  " + table).collect(Collectors.joining("\n"));
    }

    private String advice() {
        return FillingAdvice.of(refused().get(0).table(), "");
    }
}
