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
import java.util.Set;
import java.util.stream.Collectors;

/** Counts and digests rows with one query for all tables; a table without a page is known to be empty. */
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

    private static final String TABLES =
            """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS quoted,
                   n.nspname || '.' || c.relname AS name,
                   (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname)
                      FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid >= 16384
               AND c.relkind = 'r'
               AND c.relpersistence <> 't'
               AND pg_relation_size(c.oid) > 0
             ORDER BY name
            """;

    private static final String SEQUENCES =
            """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS quoted,
                   s.seqincrement > 0 AS ascending
              FROM pg_sequence s
              JOIN pg_class c ON c.oid = s.seqrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid >= 16384
               AND c.relpersistence <> 't'
             ORDER BY quoted
            """;

    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
    }

    @Override
    public Rows read(Connection connection, Schema schema) throws SQLException {
        return new Rows(contents(connection, schema), sequences(connection));
    }

    private static Map<String, Rows.Content> contents(Connection connection, Schema schema) throws SQLException {
        Set<String> known = schema.objects(ObjectKind.TABLE).stream()
                .map(table -> table.name().qualified())
                .collect(Collectors.toSet());
        List<String> names = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet tables = query.executeQuery()) {
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
            try (PreparedStatement query = connection.prepareStatement(String.join(" UNION ALL ", digests));
                    ResultSet rows = query.executeQuery()) {
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

    private static Map<String, Rows.Position> sequences(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> positions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SEQUENCES);
                ResultSet sequences = query.executeQuery()) {
            while (sequences.next()) {
                positions.add("SELECT %d, last_value, is_called, %b FROM %s"
                        .formatted(names.size(), sequences.getBoolean("ascending"), sequences.getString("quoted")));
                names.add(sequences.getString("quoted"));
            }
        }
        Map<String, Rows.Position> found = new HashMap<>();
        if (!names.isEmpty()) {
            try (PreparedStatement query = connection.prepareStatement(String.join(" UNION ALL ", positions));
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            names.get(rows.getInt(1)),
                            new Rows.Position(rows.getLong(2), rows.getBoolean(3), rows.getBoolean(4)));
                }
            }
        }
        return found;
    }

    @Override
    public void rewind(Connection connection, Rows now, Rows before) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Rows.Position> sequence : before.sequences().entrySet()) {
                Rows.Position there = now.sequences().get(sequence.getKey());
                Rows.Position here = sequence.getValue();
                if (there != null && !there.equals(here)) {
                    statement.execute("SELECT setval('%s', %d, %b)"
                            .formatted(sequence.getKey().replace("'", "''"), here.value(), here.called()));
                }
            }
        }
    }
}
