package dev.switchback.postgresql.filling;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the catalog says about the tables to be filled. */
final class FilledCatalogReader {

    private final Connection connection;
    private final Map<Long, ValueType> types = new HashMap<>();
    private final Map<Long, List<FilledColumn>> columns = new HashMap<>();
    private final Map<Long, List<TableCondition>> conditions = new HashMap<>();
    private final Map<Long, List<ParentLink>> links = new HashMap<>();
    private final Map<Long, String> roots = new LinkedHashMap<>();

    private FilledCatalogReader(Connection connection) {
        this.connection = connection;
    }

    static FilledCatalog read(Connection connection) throws SQLException {
        return new FilledCatalogReader(connection).read();
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, Row reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private FilledCatalog read() throws SQLException {
        each(FilledCatalogQueries.TYPES, this::type);
        each(FilledCatalogQueries.COLUMNS, this::column);
        each(FilledCatalogQueries.CHECKS, this::check);
        each(FilledCatalogQueries.UNIQUES, this::unique);
        each(FilledCatalogQueries.KEYS, this::link);
        List<FilledTarget> targets = new ArrayList<>();
        each(FilledCatalogQueries.TARGETS, row -> target(row, targets));
        return new FilledCatalog(targets, types, roots);
    }

    private void type(ResultSet row) throws SQLException {
        ValueType.Shape shape =
                switch (row.getString(3)) {
                    case "d" -> ValueType.Shape.DOMAIN;
                    case "e" -> ValueType.Shape.ENUM;
                    case "c" -> ValueType.Shape.COMPOSITE;
                    case "r" -> ValueType.Shape.RANGE;
                    case "m" -> ValueType.Shape.MULTIRANGE;
                    default -> row.getString(4).equals("A") ? ValueType.Shape.ARRAY : ValueType.Shape.BASE;
                };
        List<ValueType.Attribute> attributes = texts(row, 9).stream()
                .map(text -> text.split(" "))
                .map(parts -> new ValueType.Attribute(Long.parseLong(parts[0]), Integer.parseInt(parts[1])))
                .toList();
        types.put(
                row.getLong(1),
                new ValueType(
                        row.getLong(1),
                        row.getString(2),
                        shape,
                        row.getString(4).charAt(0),
                        row.getLong(5),
                        row.getInt(6),
                        row.getBoolean(7),
                        texts(row, 8),
                        attributes,
                        texts(row, 10)));
    }

    private void column(ResultSet row) throws SQLException {
        ValueType type = types.get(row.getLong(5));
        if (type != null) {
            columns.computeIfAbsent(row.getLong(1), absent -> new ArrayList<>())
                    .add(new FilledColumn(
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            type,
                            row.getInt(6),
                            row.getBoolean(7),
                            row.getString(8),
                            row.getBoolean(9),
                            row.getString(10),
                            row.getBoolean(11)));
        }
    }

    private void check(ResultSet row) throws SQLException {
        TableCondition.Kind kind =
                row.getString(5).equals("p") ? TableCondition.Kind.POLICY : TableCondition.Kind.CHECK;
        String expression = row.getString(3);
        if (expression != null) {
            add(row.getLong(1), TableCondition.of(kind, row.getString(2), texts(row, 4), expression));
        }
    }

    private void unique(ResultSet row) throws SQLException {
        List<String> operators = texts(row, 5);
        List<String> keys = texts(row, 4);
        boolean isUnique = operators.isEmpty();
        String same = row.getBoolean(7) ? "IS NOT DISTINCT FROM" : "=";
        add(
                row.getLong(1),
                new TableCondition(
                        row.getString(2),
                        isUnique ? TableCondition.Kind.UNIQUE : TableCondition.Kind.EXCLUSION,
                        texts(row, 6),
                        row.getString(3),
                        keys,
                        isUnique ? keys.stream().map(key -> same).toList() : operators,
                        ""));
    }

    private void link(ResultSet row) throws SQLException {
        links.computeIfAbsent(row.getLong(1), absent -> new ArrayList<>())
                .add(new ParentLink(row.getString(2), texts(row, 4), row.getLong(3), texts(row, 5)));
    }

    private void target(ResultSet row, List<FilledTarget> targets) throws SQLException {
        long id = row.getLong(1);
        boolean isPartitioned = row.getString(4).equals("p");
        roots.put(id, (isPartitioned ? "" : "ONLY ") + row.getString(3));
        if (isPartitioned) {
            return;
        }
        List<FilledColumn> own = columns.getOrDefault(id, List.of());
        if (!row.getString(6).isEmpty()) {
            String bound = row.getString(6);
            List<String> named = own.stream()
                    .map(FilledColumn::name)
                    .filter(name -> SqlWords.mentions(bound, name))
                    .toList();
            add(id, TableCondition.of(TableCondition.Kind.PARTITION, "", named, bound));
        }
        targets.add(new FilledTarget(
                id,
                row.getString(2),
                row.getString(3),
                row.getLong(7),
                row.getBoolean(5),
                own,
                conditions.getOrDefault(id, List.of()),
                links.getOrDefault(id, List.of()),
                row.getString(8)));
    }

    private void add(long table, TableCondition condition) {
        conditions.computeIfAbsent(table, absent -> new ArrayList<>()).add(condition);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
