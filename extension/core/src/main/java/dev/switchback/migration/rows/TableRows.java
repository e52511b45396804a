package dev.switchback.migration.rows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one table.
 *
 * @param columns its columns, in their order
 * @param key the columns of its primary key; empty if it has none
 * @param rows the values in the order of the columns, as texts; in the order of the key, if there is one
 */
public record TableRows(List<Column> columns, List<String> key, List<List<@Nullable String>> rows) {

    /** A table that is not there, or holds nothing. */
    public static final TableRows NONE = new TableRows(List.of(), List.of(), List.of());

    /**
     * A column.
     *
     * @param isQuoted whether its values are written in quotes where people read them, as texts are and numbers are not
     * @param isGenerated whether its values are computed from others
     */
    public record Column(String name, boolean isQuoted, boolean isGenerated) {}

    public TableRows {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        rows = List.copyOf(rows);
    }

    /** One row; the values may be null. */
    public static List<@Nullable String> row(@Nullable String... values) {
        return Collections.unmodifiableList(Arrays.asList(values.clone()));
    }

    /** The index of a column; -1 if there is none of this name. */
    int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
