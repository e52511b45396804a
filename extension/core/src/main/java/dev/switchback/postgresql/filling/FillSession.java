package dev.switchback.postgresql.filling;

import dev.switchback.filling.RowHint;
import dev.switchback.postgresql.SqlName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The session that fills: what the server refuses in it leaves nothing behind. Belongs to one thread. */
final class FillSession {

    /** Time limit of one row; a slow function or a trigger that never ends takes longer and is refused. */
    private static final String TIME_LIMIT = "2s";

    /** Whether a row was written in this transaction, as a condition. */
    static final String IS_NEW = "xmin::text::bigint >= pg_current_xact_id()::text::bigint % 4294967296";

    private final Connection connection;
    private final Map<Long, List<String>> domainHints = new HashMap<>();

    FillSession(Connection connection) {
        this.connection = connection;
    }

    void begin() throws SQLException {
        run(
                "SET LOCAL statement_timeout = '" + TIME_LIMIT + "'; SET LOCAL lock_timeout = '10s'; "
                        + "SET LOCAL standard_conforming_strings = on; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; "
                        + "SET LOCAL IntervalStyle = 'postgres'; SET LOCAL bytea_output = 'hex'; SET LOCAL client_min_messages = 'error'");
    }

    /** Without the limit, for statements that bring many rows. */
    void takeTime() throws SQLException {
        run("SET LOCAL statement_timeout = 0");
    }

    void hint(ValueType domain, RowHint hint) {
        domainHints
                .computeIfAbsent(domain.id(), absent -> new ArrayList<>())
                .add("VALUE" + hint.condition().substring(hint.target().length()));
    }

    List<String> hintsFor(ValueType domain) {
        return domainHints.getOrDefault(domain.id(), List.of());
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement for itself: if it fails, nothing of it is left. Returns how many rows it wrote. */
    int attempt(String sql) throws SQLException {
        boolean done = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SAVEPOINT filling; " + sql + "; RELEASE SAVEPOINT filling");
            done = true;
            statement.getMoreResults();
            int count = Math.max(0, statement.getUpdateCount());
            return count;
        } finally {
            if (!done) {
                run("ROLLBACK TO SAVEPOINT filling; RELEASE SAVEPOINT filling");
            }
        }
    }

    /** Whether the server runs this without an error. */
    boolean isTaken(String query) throws SQLException {
        try {
            rows(query);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    /** The rows of a query, as texts; if it fails, the transaction goes on. */
    List<List<@Nullable String>> rows(String query) throws SQLException {
        boolean done = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SAVEPOINT filling; " + query + "; RELEASE SAVEPOINT filling");
            done = true;
            statement.getMoreResults();
            List<List<@Nullable String>> found = new ArrayList<>();
            try (ResultSet rows = statement.getResultSet()) {
                int width = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<@Nullable String> row = new ArrayList<>();
                    for (int i = 1; i <= width; i++) {
                        row.add(rows.getString(i));
                    }
                    found.add(row);
                }
            }
            return found;
        } finally {
            if (!done) {
                run("ROLLBACK TO SAVEPOINT filling; RELEASE SAVEPOINT filling");
            }
        }
    }

    /** The candidates that all conditions on {@code VALUE} take, in their order. */
    List<String> taken(List<String> candidates, ValueType type, List<String> conditions, int most) throws SQLException {
        try {
            return taken(candidates, type, conditions);
        } catch (SQLException oneFails) {
            List<String> taken = new ArrayList<>();
            for (String candidate : candidates) {
                if (taken.size() < most && isTrue(candidate, type, conditions)) {
                    taken.add(candidate);
                }
            }
            return taken;
        }
    }

    private boolean isTrue(String candidate, ValueType type, List<String> conditions) throws SQLException {
        try {
            return !taken(List.of(candidate), type, conditions).isEmpty();
        } catch (SQLException refused) {
            return false;
        }
    }

    private List<String> taken(List<String> candidates, ValueType type, List<String> conditions) throws SQLException {
        if (candidates.isEmpty()) {
            return List.of();
        }
        StringBuilder query =
                new StringBuilder("SELECT t FROM (SELECT t, n, t::" + type.name() + " AS value FROM (VALUES ");
        for (int i = 0; i < candidates.size(); i++) {
            query.append(i == 0 ? "(" : ", (")
                    .append(SqlName.literal(candidates.get(i)))
                    .append("::text, ")
                    .append(i)
                    .append(')');
        }
        query.append(") c(t, n)) made WHERE true");
        conditions.forEach(condition -> query.append(" AND (").append(condition).append(") IS NOT FALSE"));
        List<String> taken = new ArrayList<>();
        for (List<@Nullable String> row : rows(query + " ORDER BY n")) {
            taken.add(String.valueOf(row.get(0)));
        }
        return taken;
    }
}
