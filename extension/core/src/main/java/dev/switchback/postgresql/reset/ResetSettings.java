package dev.switchback.postgresql.reset;

import dev.switchback.postgresql.fixture.PinnedSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of the session that resets, which it finds as it left them. */
final class ResetSettings {

    /** The settings that texts depend on: their values, and the names and literals in statements. */
    private static final Map<String, String> TEXT = Map.of(
            "search_path", "pg_catalog",
            "standard_conforming_strings", "on",
            "row_security", "off");

    /**
     * In the role of a replica no trigger fires that is not meant for one, and so neither order nor cascades matter. It is the role of the
     * whole session, because a change of role makes the server forget its plans.
     */
    private static final Map<String, String> SESSION = Map.ofEntries(
            Map.entry("session_replication_role", "replica"),
            Map.entry("default_transaction_isolation", "read committed"),
            Map.entry("default_transaction_read_only", "off"),
            Map.entry("synchronous_commit", "off"),
            Map.entry("lock_timeout", "2s"),
            Map.entry("statement_timeout", "0"),
            Map.entry("transaction_timeout", "0"),
            Map.entry("idle_session_timeout", "0"),
            Map.entry("idle_in_transaction_session_timeout", "0"),
            Map.entry("jit", "off"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("client_min_messages", "warning"));

    private final Connection connection;
    private final Map<String, String> before;

    private ResetSettings(Connection connection, Map<String, String> before) {
        this.connection = connection;
        this.before = before;
    }

    /** Sets, until the transaction ends, what texts depend on. */
    static void setLocally(Connection connection) throws SQLException {
        PinnedSettings.pin(connection);
        PinnedSettings.setLocally(TEXT, connection);
    }

    /** Sets what this version of the server knows. */
    static ResetSettings on(Connection connection) throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>(PinnedSettings.VALUES);
        wanted.putAll(TEXT);
        wanted.putAll(SESSION);
        Map<String, String> before = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, pg_catalog.current_setting(name) FROM pg_catalog.pg_settings")) {
            while (rows.next()) {
                if (wanted.containsKey(rows.getString(1))) {
                    before.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        wanted.keySet().retainAll(before.keySet());
        PinnedSettings.setForSession(wanted, connection);
        return new ResetSettings(connection, before);
    }

    /** The statement with which a transaction finds names as the session did before. */
    String names() {
        return "SET LOCAL search_path = pg_catalog, " + before.get("search_path");
    }

    void restore() throws SQLException {
        PinnedSettings.setForSession(before, connection);
    }
}
