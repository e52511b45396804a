package dev.switchback.postgresql.filling;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables of a database that are not empty. */
final class HeldRows {

    private static final String TABLES =
            """
            SELECT n.nspname || '.' || c.relname, format('%I.%I', n.nspname, c.relname)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    private HeldRows() {}

    /** Their qualified names. */
    static Set<String> tables(Connection connection) throws SQLException {
        List<String> queries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                queries.add("SELECT " + SqlWords.literal(tables.getString(1)) + " WHERE EXISTS (SELECT FROM "
                        + tables.getString(2) + ")");
            }
        }
        Set<String> held = new HashSet<>();
        if (queries.isEmpty()) {
            return held;
        }
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(String.join(" UNION ALL ", queries))) {
            while (names.next()) {
                held.add(names.getString(1));
            }
        }
        return held;
    }
}
