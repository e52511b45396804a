package dev.switchback.migration.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions of the rows and values of one table, for messages.
 *
 * @param table its qualified name
 * @param labels what people call its rows
 */
@API(status = API.Status.INTERNAL)
public record RowDescriptions(String table, RowSources labels) {

    private static final int MOST_VALUES = 3;

    /** {@code person/alice (id 12)}, or {@code id 12} of a row without a label; empty without a key. */
    String of(TableRows rows, List<@Nullable String> row) {
        Map<String, String> key = new LinkedHashMap<>();
        rows.key().forEach(column -> key.put(column, String.valueOf(row.get(rows.indexOf(column)))));
        if (key.isEmpty()) {
            return "";
        }
        String keyText = key.entrySet().stream()
                .map(part -> part.getKey() + " " + ShownValue.bare(part.getValue()))
                .collect(Collectors.joining(", "));
        String local = table.substring(table.indexOf('.') + 1);
        return labels.label(table, key)
                .map(label -> local + "/" + label + " (" + keyText + ")")
                .orElse(keyText);
    }

    /** The first values of a row beside its key and one other column; of a row without a key that has none, that it is empty. */
    String contents(TableRows rows, List<@Nullable String> row, String except) {
        List<String> columns = rows.columns().stream()
                .filter(column -> !column.isGenerated())
                .map(TableRows.Column::name)
                .filter(column -> !rows.key().contains(column) && !column.equals(except))
                .filter(column -> row.get(rows.indexOf(column)) != null)
                .toList();
        if (columns.isEmpty() && rows.key().isEmpty()) {
            return "all null";
        }
        return columns.stream()
                        .limit(MOST_VALUES)
                        .map(column -> column + " " + value(rows, row, column))
                        .collect(Collectors.joining(", "))
                + (columns.size() > MOST_VALUES ? ", ..." : "");
    }

    String value(TableRows rows, List<@Nullable String> row, String column) {
        int index = rows.indexOf(column);
        return ShownValue.of(rows.columns().get(index), row.get(index));
    }
}
