package dev.switchback.postgresql.lint;

import dev.switchback.postgresql.catalog.PreparedSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The queries of a watch in the session that it watches, each with the numbers of relations for {@code $1}. The server plans each
 * once, which takes longer than to run it; but once a script speaks of taking prepared statements away, none is prepared.
 */
final class SessionQueries {

    private static final Pattern TAKES_AWAY = Pattern.compile("(?i)\\b(DEALLOCATE|DISCARD)\\b");
    private static final String PREFIX = "switchback_lint_";

    private static final String PREPARED =
            "SELECT count(*) FROM pg_catalog.pg_prepared_statement() WHERE pg_catalog.starts_with(name, '%s')";

    private final Set<String> used = new HashSet<>();
    private @Nullable Connection session;
    private @Nullable PreparedSql prepared;
    private int generation;
    private boolean isPlain;

    /** Reads the rows that a query has found. */
    interface Reader<T> {

        T read(ResultSet rows) throws SQLException;
    }

    /** Something that is not known has been at work in a session since the last query. */
    void doubt(Connection now) throws SQLException {
        if (prepared != null && now.equals(session)) {
            try (Statement statement = now.createStatement();
                    ResultSet count = statement.executeQuery(PREPARED.formatted(prefix()))) {
                count.next();
                if (count.getInt(1) == used.size()) {
                    return;
                }
            }
        }
        generation++;
        used.clear();
        session = now;
        prepared = new PreparedSql(now, prefix());
    }

    private String prefix() {
        return PREFIX + generation + "_";
    }

    /** A statement has run since the last query. */
    void ran(String sql) {
        isPlain |= TAKES_AWAY.matcher(sql).find();
    }

    <T> T read(Connection now, String sql, Collection<Long> relations, Reader<T> reader) throws SQLException {
        if (!now.equals(session)) {
            doubt(now);
        }
        try (Statement statement = now.createStatement();
                ResultSet rows = statement.executeQuery(text(sql, relations))) {
            return reader.read(rows);
        }
    }

    private String text(String sql, Collection<Long> relations) throws SQLException {
        PreparedSql planned = prepared;
        if (isPlain || planned == null) {
            String numbers =
                    String.join(",", relations.stream().map(String::valueOf).toList());
            return sql.replace("$1", "'{" + numbers + "}'::pg_catalog.oid[]");
        }
        used.add(sql);
        return planned.call(sql, relations);
    }
}
