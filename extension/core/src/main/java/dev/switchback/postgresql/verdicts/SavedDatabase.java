package dev.switchback.postgresql.verdicts;

import dev.switchback.migration.verdicts.DatabaseState;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SqlBlock;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A whole database as text: its schema as {@link Schema#script} writes it, the rows of each table and materialized view in the
 * order in which they lie, where sequences stand, and how many rows each catalog has, which tells what else there may be.
 */
final class SavedDatabase {

    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private static final String MAY_RESTORE =
            """
            SELECT pg_catalog.current_setting('is_superuser') = 'on'
                   AND coalesce(sum(pg_catalog.pg_table_size(c.oid)), 0) < %s
              FROM pg_catalog.pg_class c
             WHERE c.relkind IN ('r', 'm') AND c.oid >= 16384
            """
                    .formatted(MOST_BYTES);

    private static final String OWN_RELATIONS =
            """
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid >= 16384 AND n.nspname !~ '^pg_(toast|temp)' AND c.relkind = '%s'
            """;

    /** Tables and materialized views that hold rows, with their columns. */
    private static final String FILLED =
            """
            SELECT pg_catalog.format('%I.%I (%s)', n.nspname, c.relname, q.columns),
                   pg_catalog.format('COPY (SELECT %s FROM ONLY %I.%I) TO STDOUT', q.columns, n.nspname, c.relname)
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace,
                   LATERAL (SELECT string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
                              FROM pg_catalog.pg_attribute a
                             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') q
             WHERE c.oid >= 16384 AND n.nspname !~ '^pg_(toast|temp)' AND c.relkind IN ('r', 'm')
               AND c.relispopulated AND pg_catalog.pg_relation_size(c.oid) > 0 AND q.columns IS NOT NULL
            """;

    /** For each sequence a query that says how it is put where it stands. */
    private static final String SEQUENCES =
            """
            SELECT pg_catalog.format('SELECT pg_catalog.format(''SELECT pg_catalog.setval(%%L, %%s, %%L)'', %L, last_value, is_called) FROM %s',
                   q.name, q.name)
              FROM (SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
            """
                    + OWN_RELATIONS.replace("%s", "S")
                    + ") q ORDER BY q.name COLLATE \"C\"";

    /** For each materialized view that was filled a statement that says so of it. */
    private static final String POPULATED =
            """
            SELECT pg_catalog.format('UPDATE pg_catalog.pg_class SET relispopulated = true WHERE oid = %L::pg_catalog.regclass',
                   pg_catalog.format('%I.%I', n.nspname, c.relname))
            """
                    + OWN_RELATIONS.replace("%s", "m") + " AND c.relispopulated ORDER BY n.nspname, c.relname";

    /**
     * Of columns that were dropped, and of the TOAST tables that may outlive them, nothing can be told; statistics are not a
     * script's; what depends on what follows.
     */
    private static final String CATALOGS =
            """
            SELECT pg_catalog.format('SELECT %L || count(*) FROM pg_catalog.%I %s', c.relname || ': ', c.relname,
                   CASE c.relname
                   WHEN 'pg_class' THEN 'WHERE NOT (TOAST)'
                   WHEN 'pg_attribute' THEN 'WHERE NOT attisdropped AND attrelid NOT IN (SELECT oid FROM pg_catalog.pg_class WHERE TOAST)'
                   WHEN 'pg_index' THEN 'WHERE indrelid NOT IN (SELECT oid FROM pg_catalog.pg_class WHERE TOAST)'
                   END)
              FROM pg_catalog.pg_class c
             WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND NOT c.relisshared
               AND c.relname NOT IN ('pg_statistic', 'pg_statistic_ext_data', 'pg_depend')
             ORDER BY c.relname COLLATE "C"
            """
                    .replace("TOAST", "relnamespace = ''pg_toast''::pg_catalog.regnamespace");

    private SavedDatabase() {}

    static Optional<DatabaseState> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!one(statement, MAY_RESTORE).equals("t")) {
                return Optional.empty();
            }
            List<String> schema = new ArrayList<>();
            List<String> facts = new ArrayList<>();
            for (SqlBlock block : Schema.read(connection).script()) {
                schema.addAll(block.statements());
                block.remarks().forEach(remark -> facts.add(block.title() + ": " + remark));
            }
            SortedMap<String, String> rows = rows(connection, statement);
            facts.addAll(lines(statement, union(lines(statement, CATALOGS))));
            List<String> afterRows = lines(statement, union(lines(statement, SEQUENCES)));
            afterRows.addAll(lines(statement, POPULATED));
            return Optional.of(new DatabaseState(schema, rows, afterRows, facts));
        } catch (IOException e) {
            throw new SQLException("The rows cannot be read", e);
        }
    }

    private static SortedMap<String, String> rows(Connection connection, Statement statement)
            throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        Map<String, String> filled = new HashMap<>();
        try (ResultSet found = statement.executeQuery(FILLED)) {
            while (found.next()) {
                filled.put(found.getString(1), found.getString(2));
            }
        }
        SortedMap<String, String> rows = new TreeMap<>();
        for (Map.Entry<String, String> table : filled.entrySet()) {
            StringWriter lines = new StringWriter();
            if (copies.copyOut(table.getValue(), lines) > 0) {
                rows.put(table.getKey(), lines.toString());
            }
        }
        return rows;
    }

    private static String union(List<String> queries) {
        return String.join(" UNION ALL ", queries);
    }

    private static List<String> lines(Statement statement, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        if (query.isEmpty()) {
            return lines;
        }
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                lines.add(found.getString(1));
            }
        }
        return lines;
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }
}
