package dev.switchback.cli;

import dev.switchback.migration.script.HistoryTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The number of rows in each table.
 *
 * @param tables by the names as SQL writes them
 */
record RowCounts(Map<String, Long> tables) {

    private static final String TABLES =
            """
            SELECT format('%I.%I', nspname, relname), format('%s.%s', nspname, relname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
            WHERE relkind IN ('r', 'p') AND NOT relispartition AND relpersistence <> 't'
              AND nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg\\_toast%'
              AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
            """;

    RowCounts {
        tables = Map.copyOf(tables);
    }

    /** Counts, but for the rows of Flyway's own table. */
    static RowCounts in(Connection connection, HistoryTable history) throws SQLException {
        List<String> names = new ArrayList<>();
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery(TABLES)) {
                while (found.next()) {
                    if (!found.getString(2).equals(history.qualifiedName())) {
                        names.add(found.getString(1));
                    }
                }
            }
            for (String name : names) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + name)) {
                    count.next();
                    counts.put(name, count.getLong(1));
                }
            }
        }
        return new RowCounts(counts);
    }

    /** The tables of which the number is another one, a line for each. */
    List<String> changesTo(RowCounts after) {
        List<String> lines = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(tables.keySet());
        all.addAll(after.tables.keySet());
        for (String table : all) {
            String before = tables.containsKey(table) ? tables.get(table) + " rows" : "no table";
            String now = after.tables.containsKey(table) ? after.tables.get(table) + " rows" : "no table";
            if (!before.equals(now)) {
                lines.add(table + ": " + before + " before, " + now + " now");
            }
        }
        return lines;
    }
}
