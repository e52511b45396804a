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

/** Transactions that were prepared for a commit in two phases: no session holds them, and no database with one can be dropped. */
final class PreparedTransactions {

    private final ServerAddress address;

    PreparedTransactions(ServerAddress address) {
        this.address = address;
    }

    /** Rolls those of a database back, which only a session on it may do; false if there is none. */
    boolean rollBack(String database, Connection administrator) throws SQLException {
        List<String> names = names(database, administrator);
        if (!names.isEmpty()) {
            String url = PostgresUrl.of(address.url()).database(database);
            try (Connection session = DriverManager.getConnection(url, address.user(), address.password());
                    Statement statement = session.createStatement()) {
                for (String name : names) {
                    statement.execute("ROLLBACK PREPARED " + statement.enquoteLiteral(name));
                }
            }
        }
        return !names.isEmpty();
    }

    private static List<String> names(String database, Connection administrator) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query =
                administrator.prepareStatement("SELECT gid FROM pg_catalog.pg_prepared_xacts WHERE database = ?")) {
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
