package dev.switchback.postgresql.reset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The relations of a database.
 *
 * @param others those whose columns and triggers are looked at each time, because no statement can mention them
 */
record ResetRelations(List<Table> tables, List<Named> named, List<Long> others) {

    private static final String SQL =
            """
            SELECT c.oid::int8,
                   c.relkind,
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   c.relkind = 'r' OR c.relkind = 'm' AND c.relispopulated,
                   pg_table_size(c.oid),
                   (SELECT string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum)
                      FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
                   (SELECT string_agg('format(''%L'', ' || quote_ident(a.attname) || ')', ' || '','' || ' ORDER BY a.attnum)
                      FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
                   EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled IN ('A', 'R'))
                     OR EXISTS (SELECT FROM pg_rewrite r
                                 WHERE r.ev_class = c.oid AND r.ev_enabled IN ('A', 'R') AND c.relkind <> 'm')
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid >= 16384
               AND c.relpersistence <> 't'
               AND (c.relkind IN ('r', 'p', 'm', 'f', 'S', 'v', 'c')
                 OR c.relkind = 'i' AND EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = c.oid AND i.indexprs IS NOT NULL))
             ORDER BY c.oid
            """;

    record Named(long id, String name) {}

    /**
     * A table.
     *
     * @param size in bytes, with what is stored out of line
     * @param columns those that can be written, quoted; null if there are none
     * @param literals an expression for their values, as a list of constants
     * @param firesAlways whether a trigger or rule fires whatever the role of the session
     */
    record Table(
            long id,
            String kind,
            String name,
            boolean isScanned,
            long size,
            @Nullable String columns,
            @Nullable String literals,
            boolean firesAlways) {

        ResetTable empty() {
            return new ResetTable(id, name, isScanned, Optional.empty(), Optional.empty());
        }
    }

    static ResetRelations read(Statement statement) throws SQLException {
        List<Table> tables = new ArrayList<>();
        List<Named> sequences = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(SQL)) {
            while (rows.next()) {
                long id = rows.getLong(1);
                switch (rows.getString(2)) {
                    case "S" -> sequences.add(new Named(id, rows.getString(3)));
                    case "v", "c", "i", "f" -> others.add(id);
                    default ->
                        tables.add(new Table(
                                id,
                                rows.getString(2),
                                rows.getString(3),
                                rows.getBoolean(4),
                                rows.getLong(5),
                                rows.getString(6),
                                rows.getString(7),
                                rows.getBoolean(8)));
                }
            }
        }
        return new ResetRelations(tables, sequences, others);
    }

    /** The positions of the sequences. */
    List<ResetSequence> sequences(Statement statement) throws SQLException {
        List<ResetSequence> sequences = new ArrayList<>();
        for (Named sequence : named) {
            try (ResultSet row = statement.executeQuery("SELECT last_value, is_called FROM " + sequence.name())) {
                row.next();
                sequences.add(new ResetSequence(sequence.id(), sequence.name(), row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }
}
