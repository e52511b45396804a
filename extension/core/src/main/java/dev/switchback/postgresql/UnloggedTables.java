package dev.switchback.postgresql;

import dev.switchback.provision.DatabaseOperations;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The tables that a server empties when it recovers from a crash, in every database. */
final class UnloggedTables {

    private static final String NAMES =
            """
            SELECT string_agg(c.oid::regclass::text, ', ' ORDER BY c.oid) FROM pg_class c
             WHERE c.relkind = 'r' AND c.relpersistence = 'u'
            """;

    private UnloggedTables() {}

    /** Refuses a copy that has some. */
    static void refuse(String copy, DataSource source, ServerAddress address, DatabaseOperations databases) {
        String names = names(source, address);
        if (!names.isEmpty()) {
            databases.drop(copy);
            throw new ProvisionException(
                    "The server has ended all sessions and recovered, because one of its processes was killed. That empties"
                            + " unlogged tables, also those of the template that a test's database is a copy of: "
                            + names
                            + ".\n\nRun the tests again: templates of this run are not kept.");
        }
    }

    private static String names(DataSource source, ServerAddress address) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(NAMES)) {
            names.next();
            return names.getString(1) == null ? "" : names.getString(1);
        } catch (SQLException e) {
            throw AdminFailure.of("look for unlogged tables", address, e);
        }
    }
}
