package dev.switchback.h2;

import static java.util.stream.Collectors.joining;

import dev.switchback.migration.rows.RowReader;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.rows.ScriptEffects;
import dev.switchback.migration.rows.SequencePositions;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads all rows each time. */
final class H2Rows implements RowReader {

    private final Connection connection;

    H2Rows(Connection connection) {
        this.connection = connection;
    }

    @Override
    public RowSnapshot read(Schema schema, Optional<ScriptEffects> touched) throws SQLException {
        Map<String, RowSnapshot.Content> tables = new HashMap<>();
        for (SchemaObject table : schema.objects(ObjectKind.TABLE)) {
            TableRows rows = rows(schema, table);
            if (!rows.rows().isEmpty()) {
                tables.put(
                        table.name().qualified(),
                        new RowSnapshot.Content(rows.rows().size(), digest(rows)));
            }
        }
        return new RowSnapshot(tables, Map.of());
    }

    /** Each row with its columns by name, all sorted: neither the order of rows nor of columns counts. */
    private static String digest(TableRows rows) {
        return rows.rows().stream()
                .map(row -> {
                    Map<String, String> values = new TreeMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        values.put(rows.columns().get(i).name(), String.valueOf(row.get(i)));
                    }
                    return values.toString();
                })
                .sorted()
                .collect(joining("\n"));
    }

    @Override
    public Map<String, TableRows> readAll(Schema schema, Set<String> tables, int most) throws SQLException {
        Map<String, TableRows> all = new HashMap<>();
        for (SchemaObject table : schema.objects(ObjectKind.TABLE)) {
            TableRows rows = tables.contains(table.name().qualified()) ? rows(schema, table) : TableRows.NONE;
            if (!rows.columns().isEmpty() && rows.rows().size() <= most) {
                all.put(table.name().qualified(), rows);
            }
        }
        tables.forEach(name -> {
            if (schema.find(ObjectKind.TABLE, name).isEmpty()) {
                all.put(name, TableRows.NONE);
            }
        });
        return all;
    }

    @Override
    public Set<String> filledTables() throws SQLException {
        return read(Schema.read(connection), Optional.empty()).tables().keySet();
    }

    private TableRows rows(Schema schema, SchemaObject table) throws SQLException {
        List<String> key = schema.childrenOf(table).stream()
                .filter(child -> child.kind() == ObjectKind.PRIMARY_KEY)
                .flatMap(child -> List.of(child.attribute("columns").split(", ")).stream())
                .toList();
        String order = key.isEmpty() ? "" : key.stream().map(H2Rows::quoted).collect(joining(", ", " ORDER BY ", ""));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT * FROM " + quoted(table.name().schema()) + "."
                                + quoted(table.name().name()) + order)) {
            List<TableRows.Column> columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                boolean isText = rows.getMetaData().getColumnTypeName(i).startsWith("CHARACTER");
                columns.add(new TableRows.Column(rows.getMetaData().getColumnName(i), isText, false));
            }
            List<List<@Nullable String>> all = new ArrayList<>();
            while (rows.next()) {
                @Nullable String[] row = new @Nullable String[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getString(i + 1);
                }
                all.add(TableRows.row(row));
            }
            return new TableRows(columns, key, all);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public Optional<ScriptEffects> touchedBy(Connection session) {
        return Optional.empty();
    }

    /** Sequences are not read, so none is moved. */
    @Override
    public SequencePositions sequences() {
        return new SequencePositions() {

            @Override
            public Map<String, RowSnapshot.Position> rewind(RowSnapshot now, RowSnapshot before) {
                return Map.of();
            }

            @Override
            public void set(Map<String, RowSnapshot.Position> positions) {}
        };
    }
}
