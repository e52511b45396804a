package dev.switchback.postgresql.lint;

import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.IndexState;
import dev.switchback.lint.effect.TableState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what belongs to tables, in the session that may have changed it. */
final class TableStates {

    private static final String TABLES =
            " WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND c.relpersistence <> 't' AND ";

    /** Each row says by its first column what it describes; the second is the table, the third the number within its kind. Nobody else sees temporary ones. */
    private static final String QUERY =
            """
            SELECT 'table', c.oid::int8, c.relfilenode::int8, n.nspname || '.' || c.relname,
                   coalesce((SELECT pn.nspname || '.' || p.relname
                               FROM pg_catalog.pg_inherits i
                               JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
                               JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
                              WHERE i.inhrelid = c.oid ORDER BY i.inhseqno LIMIT 1), ''),
                   false, false,
                   concat_ws(', ', CASE c.relkind WHEN 'p' THEN 'PARTITIONED_TABLE' WHEN 'm' THEN 'MATERIALIZED_VIEW'
                                                  WHEN 'v' THEN 'VIEW' WHEN 'f' THEN 'FOREIGN_TABLE' ELSE 'TABLE' END,
                             CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'logged' END,
                             (SELECT amname FROM pg_catalog.pg_am am WHERE am.oid = c.relam),
                             (SELECT spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace)),
                   CASE WHEN c.relispartition THEN coalesce(pg_catalog.pg_get_partition_constraintdef(c.oid), 'true') ELSE '' END, 0::int8
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            %1$s
            UNION ALL
            SELECT 'column', c.oid::int8, a.attnum, a.attname,
                   pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
                   d.oid IS NOT NULL AND a.attgenerated = '' AND EXISTS (
                       SELECT FROM pg_catalog.regexp_matches(
                                       pg_catalog.pg_get_expr(d.adbin, d.adrelid), '(\\w+)"?\\(', 'g') called
                         JOIN pg_catalog.pg_proc p ON p.proname = called[1] AND p.provolatile = 'v'),
                   CASE WHEN a.attidentity <> '' OR pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%%' THEN 'IDENTITY'
                        WHEN a.attgenerated = 's' THEN 'STORED'
                        WHEN a.attgenerated = 'v' THEN 'VIRTUAL' ELSE 'NOT' END,
                   coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid), ''), 0::int8
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            %1$s
            UNION ALL
            SELECT 'constraint', c.oid::int8, k.oid::int8, k.conname,
                   k.contype::text, k.convalidated, k.conparentid <> 0 OR NOT k.conislocal,
                   coalesce((SELECT fn.nspname || '.' || f.relname
                               FROM pg_catalog.pg_class f JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
                              WHERE f.oid = k.confrelid), ''),
                   pg_catalog.pg_get_constraintdef(k.oid), k.conindid::int8
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype <> 't'
            %1$s
            UNION ALL
            SELECT 'index', c.oid::int8, i.indexrelid::int8, ic.relname,
                   coalesce((SELECT pg_catalog.string_agg(coalesce(a.attname, ''), ',' ORDER BY key.ordinality)
                               FROM pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY key (attnum, ordinality)
                               LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = key.attnum
                                     AND key.attnum > 0), ''),
                   i.indisunique, i.indisvalid, '', pg_catalog.pg_get_indexdef(i.indexrelid), ic.relfilenode::int8
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
              JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
            %1$s
            UNION ALL
            SELECT 'trigger', c.oid::int8, t.oid::int8, t.tgname, '', false, false, '', '', 0::int8
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
            %1$s
            """;

    private static final String SOME = QUERY.formatted(TABLES + "c.oid = ANY ($1)");
    private static final String ALL = QUERY.formatted(TABLES + "c.oid >= 16384");

    private TableStates() {}

    static Map<Long, TableState> all(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            return read(rows);
        }
    }

    /** Tables that are gone, and what is no table, are left out. */
    static Map<Long, TableState> of(Collection<Long> relations, Connection session, SessionQueries queries)
            throws SQLException {
        return relations.isEmpty() ? Map.of() : queries.read(session, SOME, relations, TableStates::read);
    }

    private static Map<Long, TableState> read(ResultSet rows) throws SQLException {
        Map<Long, Parts> tables = new TreeMap<>();
        while (rows.next()) {
            tables.computeIfAbsent(rows.getLong(2), table -> new Parts()).add(rows);
        }
        Map<Long, TableState> states = new TreeMap<>();
        tables.forEach((table, parts) -> states.put(table, parts.state()));
        return states;
    }

    /** The parts of one table, as they are read. */
    private static final class Parts {

        private String name = "";
        private long file;
        private TableState.Kind kind = TableState.Kind.TABLE;
        private String parent = "";
        private String bound = "";
        private String storage = "";
        private final TreeMap<Long, ColumnState> columns = new TreeMap<>();
        private final TreeMap<Long, ConstraintState> constraints = new TreeMap<>();
        private final TreeMap<Long, IndexState> indexes = new TreeMap<>();
        private final TreeMap<Long, String> triggers = new TreeMap<>();

        void add(ResultSet row) throws SQLException {
            long number = row.getLong(3);
            String named = row.getString(4);
            String text = row.getString(5);
            boolean first = row.getBoolean(6);
            boolean second = row.getBoolean(7);
            String word = row.getString(8);
            String definition = row.getString(9);
            switch (row.getString(1)) {
                case "table" -> {
                    name = named;
                    file = number;
                    kind = TableState.Kind.valueOf(word.split(", ", 2)[0]);
                    parent = text;
                    storage = word.split(", ", 2)[1];
                    bound = definition;
                }
                case "column" ->
                    columns.put(
                            number,
                            new ColumnState(
                                    named, text, first, definition, second, ColumnState.Generated.valueOf(word)));
                case "constraint" ->
                    constraints.put(
                            number,
                            new ConstraintState(sort(text), named, first, row.getLong(10), second, definition, word));
                case "index" ->
                    indexes.put(
                            number,
                            new IndexState(
                                    named, row.getLong(10), first, second, List.of(text.split(",", -1)), definition));
                default -> triggers.put(number, named);
            }
        }

        TableState state() {
            return new TableState(name, file, kind, parent, bound, storage, columns, constraints, indexes, triggers);
        }

        private static ConstraintState.Sort sort(String type) {
            return switch (type) {
                case "c" -> ConstraintState.Sort.CHECK;
                case "f" -> ConstraintState.Sort.FOREIGN_KEY;
                case "p" -> ConstraintState.Sort.PRIMARY_KEY;
                case "u" -> ConstraintState.Sort.UNIQUE;
                case "x" -> ConstraintState.Sort.EXCLUSION;
                case "n" -> ConstraintState.Sort.NOT_NULL;
                default -> ConstraintState.Sort.OTHER;
            };
        }
    }
}
