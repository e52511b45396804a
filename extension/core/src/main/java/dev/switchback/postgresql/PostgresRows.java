package dev.switchback.postgresql;

import dev.switchback.migration.RowReader;
import dev.switchback.migration.Rows;
import dev.switchback.postgresql.catalog.PreparedSql;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts and digests rows, table by table but all in one call; a table without a page is known to be empty. */
final class PostgresRows implements RowReader {

    private static final String SETTINGS =
            """
            SET search_path = pg_catalog;
            SET timezone = 'UTC';
            SET datestyle = 'ISO, YMD';
            SET intervalstyle = 'postgres';
            SET bytea_output = 'hex';
            SET extra_float_digits = 1;
            SET lc_monetary = 'C';
            """;

    /** Tables that have a page, and sequences. */
    private static final String RELATIONS =
            """
            SELECT n.nspname || '.' || c.relname AS name,
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS quoted,
                   NULL AS ascending
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid >= 16384
               AND c.relkind = 'r'
               AND c.relpersistence <> 't'
               AND pg_relation_size(c.oid) > 0
            UNION ALL
            SELECT n.nspname || '.' || c.relname,
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   s.seqincrement > 0
              FROM pg_sequence s
              JOIN pg_class c ON c.oid = s.seqrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relpersistence <> 't'
            """;

    private final Connection connection;
    private final PreparedSql prepared;

    private PostgresRows(Connection connection) {
        this.connection = connection;
        this.prepared = new PreparedSql(connection, "switchback_rows_");
    }

    static PostgresRows on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
        return new PostgresRows(connection);
    }

    @Override
    public Rows read(Schema schema) throws SQLException {
        Map<String, String> columns = columns(schema);
        Map<String, String> tables = new LinkedHashMap<>();
        Map<String, String> sequences = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet relations = statement.executeQuery(prepared.call(RELATIONS))) {
            while (relations.next()) {
                String name = relations.getString(1);
                String quoted = relations.getString(2);
                boolean ascending = relations.getBoolean(3);
                if (!relations.wasNull()) {
                    sequences.put(quoted, position(quoted, ascending));
                } else if (columns.containsKey(name)) {
                    tables.put(name, digest(quoted, columns.get(name)));
                }
            }
        }
        return read(tables, sequences.values());
    }

    /** The columns of each table, by its qualified name: in the order of their names, quoted. */
    private static Map<String, String> columns(Schema schema) {
        Map<String, String> columns = new HashMap<>();
        for (SchemaObject object : schema.objects()) {
            switch (object.kind()) {
                case TABLE -> columns.putIfAbsent(object.name().qualified(), "");
                case COLUMN ->
                    columns.merge(
                            object.name().qualifiedParent(),
                            SqlName.quote(object.name().name()),
                            (first, next) -> first.isEmpty() ? next : first + ", " + next);
                default -> {}
            }
        }
        return columns;
    }

    private Rows read(Map<String, String> tables, Collection<String> sequences) throws SQLException {
        List<String> statements = new ArrayList<>(tables.values());
        if (!sequences.isEmpty()) {
            statements.add(String.join(" UNION ALL ", sequences));
        }
        Map<String, Rows.Content> contents = new HashMap<>();
        Map<String, Rows.Position> positions = new HashMap<>();
        if (!statements.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(calls(statements));
                for (String table : tables.keySet()) {
                    addContent(table, statement.getResultSet(), contents);
                    statement.getMoreResults();
                }
                if (!sequences.isEmpty()) {
                    addPositions(statement.getResultSet(), positions);
                }
            }
        }
        return new Rows(contents, positions);
    }

    private String calls(List<String> statements) throws SQLException {
        List<String> calls = new ArrayList<>();
        for (String sql : statements) {
            calls.add(prepared.call(sql));
        }
        return String.join(";\n", calls);
    }

    /** A sum of digests does not depend on the order of rows, a list of names not on the order of columns. */
    private static String digest(String table, String columns) {
        return "SELECT count(*), sum(hashtextextended(ROW(%s)::text, 0))::text FROM ONLY %s".formatted(columns, table);
    }

    private static String position(String sequence, boolean ascending) {
        return "SELECT '%s', last_value, is_called, %b FROM %s"
                .formatted(sequence.replace("'", "''"), ascending, sequence);
    }

    private static void addContent(String table, ResultSet row, Map<String, Rows.Content> contents)
            throws SQLException {
        row.next();
        if (row.getLong(1) > 0) {
            contents.put(table, new Rows.Content(row.getLong(1), row.getString(2)));
        }
    }

    private static void addPositions(ResultSet rows, Map<String, Rows.Position> positions) throws SQLException {
        while (rows.next()) {
            positions.put(
                    rows.getString(1), new Rows.Position(rows.getLong(2), rows.getBoolean(3), rows.getBoolean(4)));
        }
    }

    @Override
    public void rewind(Rows now, Rows before) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Rows.Position> sequence : before.sequences().entrySet()) {
                Rows.Position there = now.sequences().get(sequence.getKey());
                Rows.Position here = sequence.getValue();
                if (there != null && !there.equals(here)) {
                    statement.execute(
                            """
                            SELECT setval(seqrelid::regclass, %2$d, %3$b) FROM pg_sequence
                             WHERE seqrelid = '%1$s'::regclass AND %2$d BETWEEN seqmin AND seqmax"""
                                    .formatted(sequence.getKey().replace("'", "''"), here.value(), here.called()));
                }
            }
        }
    }
}
