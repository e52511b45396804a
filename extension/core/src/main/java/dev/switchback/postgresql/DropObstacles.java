package dev.switchback.postgresql;

import dev.switchback.provision.ServerAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Things that keep a database from being dropped although no session holds them: transactions that were prepared for a commit in two
 * phases, and subscriptions.
 */
final class DropObstacles {

    /** The statements that remove them, in order; publishers are told nothing. */
    private static final String REMOVALS =
            """
            SELECT 0 AS step, pg_catalog.format('ROLLBACK PREPARED %L', gid)
              FROM pg_catalog.pg_prepared_xacts
             WHERE database = ?
            UNION ALL
            SELECT step, pg_catalog.format(removal, subname)
              FROM pg_catalog.pg_subscription,
                   (VALUES (1, 'ALTER SUBSCRIPTION %I DISABLE'),
                           (2, 'ALTER SUBSCRIPTION %I SET (slot_name = NONE)'),
                           (3, 'DROP SUBSCRIPTION %I')) removals (step, removal)
             WHERE subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = ?)
             ORDER BY step
            """;

    private final ServerAddress address;

    DropObstacles(ServerAddress address) {
        this.address = address;
    }

    /** Removes those of a database, which only a session on it may do; false if there is none. */
    boolean remove(String database, Connection administrator) throws SQLException {
        List<String> removals = removals(database, administrator);
        if (!removals.isEmpty()) {
            String url = PostgresUrl.of(address.url()).database(database);
            try (Connection session = DriverManager.getConnection(url, address.user(), address.password());
                    Statement statement = session.createStatement()) {
                for (String removal : removals) {
                    statement.execute(removal);
                }
            }
        }
        return !removals.isEmpty();
    }

    private static List<String> removals(String database, Connection administrator) throws SQLException {
        List<String> removals = new ArrayList<>();
        try (PreparedStatement query = administrator.prepareStatement(REMOVALS)) {
            query.setString(1, database);
            query.setString(2, database);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    removals.add(rows.getString(2));
                }
            }
        }
        return removals;
    }
}
