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

/** Subscriptions of databases to publications elsewhere: no database with one can be dropped. */
final class Subscriptions {

    private static final String NAMES =
            """
            SELECT subname FROM pg_catalog.pg_subscription
             WHERE subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = ?)
            """;

    private final ServerAddress address;

    Subscriptions(ServerAddress address) {
        this.address = address;
    }

    /** Drops those of a database, which only a session on it may do, without a word to their publishers; false if there is none. */
    boolean drop(String database, Connection administrator) throws SQLException {
        List<String> names = names(database, administrator);
        if (!names.isEmpty()) {
            String url = PostgresUrl.of(address.url()).database(database);
            try (Connection session = DriverManager.getConnection(url, address.user(), address.password());
                    Statement statement = session.createStatement()) {
                for (String name : names) {
                    String subscription = "SUBSCRIPTION " + SqlName.quote(name);
                    statement.execute("ALTER " + subscription + " DISABLE");
                    statement.execute("ALTER " + subscription + " SET (slot_name = NONE)");
                    statement.execute("DROP " + subscription);
                }
            }
        }
        return !names.isEmpty();
    }

    private static List<String> names(String database, Connection administrator) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = administrator.prepareStatement(NAMES)) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
