package dev.switchback.testing;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Schemas of databases that live no longer than it takes to read them. */
public final class Schemas {

    private Schemas() {}

    /** Changes to a database that was empty. */
    public interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** The schema that SQL makes. */
    public static Schema after(Server server, String sql) throws SQLException {
        return after(server, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    /** The schema that some work makes. */
    public static Schema after(Server server, Work work) throws SQLException {
        try (Database database = server.create();
                Connection connection = database.dataSource().getConnection()) {
            work.on(connection);
            return Schema.read(connection);
        }
    }
}
