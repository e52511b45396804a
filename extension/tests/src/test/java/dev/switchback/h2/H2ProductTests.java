package dev.switchback.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Verdict;
import dev.switchback.product.ProductException;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import dev.switchback.provision.Template;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second product: a package of its own and a line in META-INF/services, and everything general works on it. */
@SuppressWarnings("NullAway.Init")
class H2ProductTests {

    private final Server server = Server.start(new InMemory(), ServerRequest.defaults());

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void databasesAreCreatedCopiedAndFrozen() {
        assertThat(server.product()).isEqualTo("H2");
        try (Database original = server.create()) {
            execute(original, "CREATE TABLE person (id INT PRIMARY KEY, name VARCHAR(40))");
            try (Database copy = server.copy(original)) {
                execute(copy, "DROP TABLE person");
                assertThat(Schema.read(copy.dataSource()).objects()).isEmpty();
                assertThat(Schema.read(original.dataSource()).table("PERSON").toString())
                        .contains("PERSON");
            }
        }
        Template template = server.template("people", database -> execute(database, "CREATE TABLE person (id INT)"));
        try (Database one = template.clone();
                Database other = template.clone()) {
            execute(one, "DROP TABLE person");
            assertThat(Schema.read(one.dataSource())).isNotEqualTo(Schema.read(other.dataSource()));
        }
    }

    @Test
    void schemasAreReadAndCompared() {
        try (Database database = server.create()) {
            execute(database, "CREATE TABLE person (id INT PRIMARY KEY, name VARCHAR(40))");
            Schema before = Schema.read(database.dataSource());
            execute(database, "ALTER TABLE person ALTER COLUMN name VARCHAR(80) NOT NULL; CREATE TABLE visit (id INT)");
            assertThat(SchemaDiff.between(before, Schema.read(database.dataSource())))
                    .hasToString(
                            """
                            table PUBLIC.PERSON
                              ~ column NAME    CHARACTER VARYING(40)   ->   CHARACTER VARYING(80) not null
                            + table PUBLIC.VISIT    (ID INTEGER)""");
        }
    }

    @Test
    void migrationsGoUpAndDownAndUpAgain() throws IOException {
        step(1, "CREATE TABLE person (id INT PRIMARY KEY, name VARCHAR(40));", "DROP TABLE person;");
        step(
                2,
                "ALTER TABLE person ADD COLUMN email VARCHAR(80); INSERT INTO person VALUES (1, 'Ada', NULL);",
                "DELETE FROM person; ALTER TABLE person DROP COLUMN email;");
        step(3, "ALTER TABLE person ALTER COLUMN name SET NOT NULL;", "SELECT 1;");
        step(4, "UPDATE person SET name = UPPER(name);", "UPDATE person SET name = 'Bob';");

        RoundTripResult result = roundTrip();

        assertThat(result.steps())
                .extracting(H2ProductTests::verdict)
                .containsExactly("1 holds", "2 holds", "3 undo-no-op", "4 undo-rows");
    }

    @Test
    void whatItDoesNotBringIsRefused() {
        try (Database database = server.create()) {
            Schema schema = Schema.read(database.dataSource());
            assertThatThrownBy(schema::script)
                    .isInstanceOf(ProductException.class)
                    .hasMessage(
                            """
                            The schema of a database of H2 cannot be written. Supported are: PostgreSQL. \
                            Another product needs a DatabaseProduct with a DdlWriter, registered in META-INF/services.""");
        }
    }

    private RoundTripResult roundTrip() {
        return RoundTrip.of(server, Flyway.configure().locations("filesystem:" + folder), RoundTripSettings.defaults())
                .run(step -> {});
    }

    private static String verdict(MigrationStep step) {
        return step.migration().version() + " "
                + (step.verdict() instanceof Verdict.Failed failed
                        ? failed.findings().get(0).rule()
                        : "holds");
    }

    private void step(int version, String up, String undo) throws IOException {
        Files.writeString(folder.resolve("V" + version + "__step.sql"), up);
        Files.writeString(folder.resolve("U" + version + "__step.sql"), undo);
    }

    private static void execute(Database database, String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not registered: in this module, tests that name no server get an embedded one. */
    private static final class InMemory implements ServerProvider {

        @Override
        public String name() {
            return "h2";
        }

        @Override
        public ServerProcess start(ServerRequest request) {
            return new ServerProcess() {
                @Override
                public ServerAddress address() {
                    return new ServerAddress("jdbc:h2:mem:administration", "sa", "");
                }

                @Override
                public boolean disposable() {
                    return false;
                }

                @Override
                public void close() {}
            };
        }
    }
}
