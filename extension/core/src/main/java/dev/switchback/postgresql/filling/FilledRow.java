package dev.switchback.postgresql.filling;

import dev.switchback.filling.RowKind;
import dev.switchback.postgresql.SqlName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row to be written: for each column a text, null, or nothing, and then its default counts. */
final class FilledRow {

    private final RowKind kind;
    private final long number;
    private final Map<String, Optional<String>> values = new LinkedHashMap<>();

    FilledRow(RowKind kind, long number) {
        this.kind = kind;
        this.number = number;
    }

    FilledRow copy() {
        FilledRow copy = new FilledRow(kind, number);
        copy.values.putAll(values);
        return copy;
    }

    RowKind kind() {
        return kind;
    }

    long number() {
        return number;
    }

    void set(String column, @Nullable String value) {
        values.put(column, Optional.ofNullable(value));
    }

    void leaveOut(String column) {
        values.remove(column);
    }

    boolean isSet(String column) {
        return values.containsKey(column);
    }

    /** The value of a column; null if it is null or nothing is given. */
    @Nullable
    String value(String column) {
        return values.getOrDefault(column, Optional.empty()).orElse(null);
    }

    String sql(FilledColumn column) {
        Optional<String> value = values.get(column.name());
        return value == null ? "DEFAULT" : value.map(SqlName::literal).orElse("NULL");
    }

    /** The statement that writes some rows. */
    static String insert(FilledTarget table, List<FilledRow> rows) {
        List<FilledColumn> columns = table.columns().stream()
                .filter(column -> rows.stream().anyMatch(row -> row.isSet(column.name())))
                .toList();
        if (columns.isEmpty()) {
            return "INSERT INTO " + table.sql() + " SELECT FROM generate_series(1, " + rows.size() + ")";
        }
        List<String> names = columns.stream().map(FilledColumn::sql).toList();
        List<String> lines = new ArrayList<>();
        rows.forEach(row ->
                lines.add("(" + String.join(", ", columns.stream().map(row::sql).toList()) + ")"));
        boolean overrides =
                columns.stream().anyMatch(column -> !column.identity().isEmpty());
        return "INSERT INTO " + table.sql() + " (" + String.join(", ", names) + ")"
                + (overrides ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES " + String.join(", ", lines);
    }

    @Override
    public String toString() {
        return kind + " " + number + " " + values;
    }
}
