package dev.switchback.postgresql.filling;

import dev.switchback.postgresql.catalog.StatementBatch;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads what the catalog says about the tables to be filled. */
final class FilledCatalogReader {

    private final Connection connection;
    private final Map<Long, ValueType> types = new HashMap<>();
    private final Map<Long, List<FilledColumn>> columns = new HashMap<>();
    private final Map<Long, List<TableCondition>> conditions = new HashMap<>();
    private final Map<Long, List<ParentLink>> links = new HashMap<>();
    private final Map<Long, String> triggers = new HashMap<>();
    private final Map<Long, String> roots = new LinkedHashMap<>();
    private final List<Named> named = new ArrayList<>();

    /** A table that holds rows itself. */
    private record Named(long id, String name, String sql, boolean isPartition, long root) {}

    private FilledCatalogReader(Connection connection) {
        this.connection = connection;
    }

    /** The tables whose qualified names are wanted, in three round trips. */
    static FilledCatalog read(Connection connection, Predicate<String> wanted) throws SQLException {
        return new FilledCatalogReader(connection).readWanted(wanted);
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static StatementBatch.Rows each(Row reader) {
        return rows -> {
            while (rows.next()) {
                reader.read(rows);
            }
        };
    }

    private FilledCatalog readWanted(Predicate<String> wanted) throws SQLException {
        StatementBatch names = new StatementBatch();
        names.add(FilledCatalogQueries.NAMES, each(row -> name(row, wanted)));
        names.run(connection);
        List<Long> tables = named.stream().map(Named::id).toList();
        if (!tables.isEmpty()) {
            StatementBatch queries = new StatementBatch();
            queries.add(FilledCatalogQueries.about(tables, FilledCatalogQueries.TYPES), each(this::type));
            queries.add(FilledCatalogQueries.about(tables, FilledCatalogQueries.COLUMNS), each(this::column));
            queries.add(FilledCatalogQueries.about(tables, FilledCatalogQueries.CHECKS), each(this::check));
            queries.add(FilledCatalogQueries.about(tables, FilledCatalogQueries.UNIQUES), each(this::unique));
            queries.add(FilledCatalogQueries.about(tables, FilledCatalogQueries.KEYS), each(this::link));
            queries.add(FilledCatalogQueries.about(tables, FilledCatalogQueries.BOUNDS), each(this::bound));
            queries.run(connection);
        }
        return new FilledCatalog(named.stream().map(this::target).toList(), types, roots);
    }

    private void name(ResultSet row, Predicate<String> wanted) throws SQLException {
        boolean isPartitioned = row.getString(4).equals("p");
        roots.put(row.getLong(1), (isPartitioned ? "" : "ONLY ") + row.getString(3));
        if (!isPartitioned && wanted.test(row.getString(2))) {
            named.add(new Named(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(5), row.getLong(6)));
        }
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
                            row.getString(9),
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

    private void bound(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String bound = row.getString(2);
        triggers.put(id, row.getString(3));
        if (!bound.isEmpty()) {
            List<String> mentioned = columns.getOrDefault(id, List.of()).stream()
                    .map(FilledColumn::name)
                    .filter(name -> SqlWords.mentions(bound, name))
                    .toList();
            add(id, TableCondition.of(TableCondition.Kind.PARTITION, "", mentioned, bound));
        }
    }

    private FilledTarget target(Named table) {
        return new FilledTarget(
                table.id(),
                table.name(),
                table.sql(),
                table.root(),
                table.isPartition(),
                columns.getOrDefault(table.id(), List.of()),
                conditions.getOrDefault(table.id(), List.of()),
                links.getOrDefault(table.id(), List.of()),
                triggers.getOrDefault(table.id(), ""));
    }

    private void add(long table, TableCondition condition) {
        conditions.computeIfAbsent(table, absent -> new ArrayList<>()).add(condition);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
