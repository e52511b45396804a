package dev.switchback.postgresql.lint;

import dev.switchback.lint.effect.LintDialect;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.SessionWatch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The part of PostgreSQL that the lint needs. */
public final class PostgresLint implements LintDialect {

    private static final String ROW_COUNTS =
            """
            SELECT n.nspname || '.' || c.relname, c.reltuples::pg_catalog.int8
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0 AND c.oid >= 16384
            """;

    @Override
    public SessionWatch watch() {
        return new PostgresSessionWatch();
    }

    @Override
    public SaferWays saferWays() {
        return new PostgresSaferWays();
    }

    @Override
    public Map<String, Long> rowCounts(Connection connection) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ROW_COUNTS)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    @Override
    public String rowCountsAdvice(String file) {
        return "Write the file with: \\copy (SELECT relname, reltuples FROM pg_class WHERE relkind IN ('r', 'p', 'm')"
                + " AND relnamespace = 'public'::regnamespace) TO " + file + " CSV HEADER";
    }
}
