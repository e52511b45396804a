package dev.switchback.postgresql;

import dev.switchback.migration.RowReader;
import dev.switchback.migration.Rows;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts and digests rows with one query for all tables; a table without a page is known to be empty. */
final class PostgresRows implements RowReader {

    private static final String SETTINGS =
            """
            SET LOCAL search_path = pg_catalog;
            SET LOCAL timezone = 'UTC';
            SET LOCAL datestyle = 'ISO, YMD';
            SET LOCAL intervalstyle = 'postgres';
            SET LOCAL bytea_output = 'hex';
            SET LOCAL extra_float_digits = 1;
            SET LOCAL lc_monetary = 'C';
            """;

    private static final String TABLES =
            """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS quoted,
                   n.nspname || '.' || c.relname AS name,
                   string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS columns
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.oid >= 16384
               AND c.relkind = 'r'
               AND c.relpersistence <> 't'
               AND pg_relation_size(c.oid) > 0
             GROUP BY n.nspname, c.relname
            """;

    private static final String SEQUENCES =
            """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS quoted,
                   pg_sequence_last_value(c.oid) AS position
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid >= 16384
               AND c.relkind = 'S'
               AND c.relpersistence <> 't'
            """;

    private static final String REWIND =
            """
            SELECT setval(s.seqrelid::regclass, coalesce(?::bigint, s.seqstart), ?::bigint IS NOT NULL)
              FROM pg_sequence s
             WHERE s.seqrelid = ?::regclass
            """;

    /** The reading of a catalog sets this path; where it is set already, the driver keeps its prepared statements. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
        }
    }

    @Override
    public Rows read(Connection connection, Schema schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            return new Rows(contents(statement, schema), sequences(statement));
        }
    }

    private static Map<String, Rows.Content> contents(Statement statement, Schema schema) throws SQLException {
        Set<String> known = schema.objects(ObjectKind.TABLE).stream()
                .map(table -> table.name().qualified())
                .collect(Collectors.toSet());
        List<String> names = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        try (ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                String name = tables.getString("name");
                if (known.contains(name)) {
                    digests.add(digest(names.size(), tables.getString("quoted"), tables.getString("columns")));
                    names.add(name);
                }
            }
        }
        Map<String, Rows.Content> contents = new HashMap<>();
        if (!names.isEmpty()) {
            try (ResultSet rows = statement.executeQuery(String.join(" UNION ALL ", digests))) {
                while (rows.next()) {
                    if (rows.getLong(2) > 0) {
                        contents.put(names.get(rows.getInt(1)), new Rows.Content(rows.getLong(2), rows.getString(3)));
                    }
                }
            }
        }
        return contents;
    }

    /** A sum of digests does not depend on the order of rows, a list of names not on the order of columns. */
    private static String digest(int index, String table, String columns) {
        return "SELECT %d, count(*), coalesce(sum(('x' || left(md5(ROW(%s)::text), 16))::bit(64)::bigint), 0)::text FROM ONLY %s"
                .formatted(index, columns, table);
    }

    private static Map<String, String> sequences(Statement statement) throws SQLException {
        Map<String, String> positions = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                positions.put(rows.getString("quoted"), Objects.requireNonNullElse(rows.getString("position"), ""));
            }
        }
        return positions;
    }

    @Override
    public void rewind(Connection connection, Rows before) throws SQLException {
        Map<String, String> now;
        try (Statement statement = connection.createStatement()) {
            now = sequences(statement);
        }
        Map<String, String> moved = before.sequences().entrySet().stream()
                .filter(entry ->
                        now.containsKey(entry.getKey()) && !entry.getValue().equals(now.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (moved.isEmpty()) {
            return;
        }
        try (PreparedStatement rewind = connection.prepareStatement(REWIND)) {
            for (Map.Entry<String, String> entry : moved.entrySet()) {
                String position = entry.getValue().isEmpty() ? null : entry.getValue();
                rewind.setString(1, position);
                rewind.setString(2, position);
                rewind.setString(3, entry.getKey());
                rewind.execute();
            }
        }
    }
}
