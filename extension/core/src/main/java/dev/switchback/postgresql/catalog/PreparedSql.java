package dev.switchback.postgresql.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Statements of one session that the server plans once. A call is itself a statement, so that many can be sent together:
 *
 * <pre>{@code
 * statement.execute(prepared.call(first) + ";" + prepared.call(second));
 * }</pre>
 */
public final class PreparedSql {

    private final Connection connection;
    private final String prefix;
    private final Map<String, String> names = new HashMap<>();
    private int created;

    /**
     * For a session.
     *
     * @param prefix what no other statement of that session has in the beginning of its name
     */
    public PreparedSql(Connection connection, String prefix) {
        this.connection = connection;
        this.prefix = prefix;
    }

    /** The call of a statement without parameters. */
    public String call(String sql) throws SQLException {
        return "execute " + name(sql, "");
    }

    /** The call of a statement whose only parameter is an array of object identifiers. */
    public String call(String sql, Collection<Long> objects) throws SQLException {
        return objects.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "execute " + name(sql, "(oid[])") + "('{", "}')"));
    }

    /**
     * The call of a statement with parameters.
     *
     * @param types such as {@code (pg_lsn, xid)}
     * @param arguments such as {@code ('0/1', '2')}
     */
    public String call(String sql, String types, String arguments) throws SQLException {
        return "execute " + name(sql, types) + arguments;
    }

    private String name(String sql, String parameters) throws SQLException {
        String known = names.get(sql);
        if (known != null) {
            return known;
        }
        String name = prefix + ++created;
        execute("prepare " + name + parameters + " as " + sql);
        names.put(sql, name);
        return name;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
