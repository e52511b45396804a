package dev.switchback.postgresql;

import dev.switchback.migration.rows.TableRows;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whole tables as texts, in a session whose settings say how values are written. */
final class TableTexts {

    private static final Pattern NUMBERS =
            Pattern.compile("(smallint|integer|bigint|numeric|real|double precision|boolean)\\b(?!.*\\[\\])(.*)");

    private final Connection connection;
    private final Schema schema;

    TableTexts(Connection connection, Schema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** The rows of each table that is there and does not hold too many. */
    Map<String, TableRows> of(Set<String> names, int most) throws SQLException {
        Map<String, TableRows> all = new HashMap<>();
        for (String name : names) {
            Optional<SchemaObject> table = schema.find(ObjectKind.TABLE, name);
            if (table.isEmpty()) {
                all.put(name, TableRows.NONE);
            } else {
                read(schema.table(name), most).ifPresent(rows -> all.put(name, rows));
            }
        }
        return all;
    }

    private Optional<TableRows> read(Table table, int most) throws SQLException {
        List<SchemaObject> columns =
                table.columns().stream().filter(TableTexts::isHeld).toList();
        List<String> key = table.children(ObjectKind.PRIMARY_KEY).stream()
                .flatMap(constraint -> List.of(constraint.attribute("columns").split(", ")).stream())
                .toList();
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(select(table, columns, key, most))) {
            while (found.next()) {
                @Nullable String[] values = new String[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = found.getString(i + 1);
                }
                rows.add(TableRows.row(values));
            }
        }
        return rows.size() > most
                ? Optional.empty()
                : Optional.of(
                        new TableRows(columns.stream().map(TableTexts::column).toList(), key, rows));
    }

    /** Whether rows hold the column: a virtual one is computed when it is read, which may fail, and follows from the others. */
    static boolean isHeld(SchemaObject column) {
        return !column.attribute("generated").endsWith(" virtual");
    }

    private static TableRows.Column column(SchemaObject column) {
        return new TableRows.Column(
                column.name().name(),
                !NUMBERS.matcher(column.attribute("type")).matches(),
                !column.attribute("generated").isEmpty());
    }

    /** Without a key, the order is that of the texts, so that it is the same in every run. */
    private static String select(Table table, List<SchemaObject> columns, List<String> key, int most) {
        String texts = columns.isEmpty()
                ? "NULL"
                : columns.stream()
                        .map(column -> SqlName.quote(column.name().name()) + "::text")
                        .collect(Collectors.joining(", "));
        String order = key.isEmpty()
                ? "ROW(" + (columns.isEmpty() ? "" : texts) + ")::text COLLATE \"C\""
                : key.stream().map(SqlName::quote).collect(Collectors.joining(", "));
        return "SELECT %s FROM ONLY %s.%s ORDER BY %s LIMIT %s"
                .formatted(
                        texts,
                        SqlName.quote(table.object().name().schema()),
                        SqlName.quote(table.object().name().name()),
                        order,
                        most + 1L);
    }
}
