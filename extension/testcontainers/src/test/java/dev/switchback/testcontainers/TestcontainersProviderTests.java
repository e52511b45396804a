package dev.switchback.testcontainers;

import static dev.switchback.testcontainers.Sql.ask;
import static dev.switchback.testcontainers.Sql.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.provision.Template;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealEngine.class)
class TestcontainersProviderTests {

    private final ServerProvider provider = ServerProviders.installed().choose("testcontainers");

    @Test
    void startsTheVersionThatIsAskedFor() throws SQLException {
        try (Server server = Server.start(provider, ServerRequest.version(RealEngine.VERSION));
                Database database = server.create()) {
            assertThat(server.product()).isEqualTo("PostgreSQL");
            assertThat(ask(database, "SHOW server_version")).startsWith(RealEngine.VERSION.replaceAll("\\D.*", ""));
        }
    }

    @Test
    void startsTheImageThatIsAskedFor() throws SQLException {
        try (Server server = Server.start(provider, ServerRequest.version("postgres:" + RealEngine.VERSION));
                Database database = server.create()) {
            assertThat(ask(database, "SELECT 'up'")).isEqualTo("up");
        }
    }

    @Nested
    class AServer {

        @Test
        void createsCopiesAndClonesDatabases() throws SQLException {
            try (Server server = Server.start(provider, ServerRequest.version(RealEngine.VERSION));
                    Database original = server.create()) {
                run(original, "CREATE TABLE person AS SELECT 'alice' AS name");
                Template template =
                        server.template("a person", database -> run(database, "CREATE TABLE person (name text)"));

                try (Database copy = server.copy(original);
                        Database clone = template.clone()) {
                    run(copy, "UPDATE person SET name = 'bob'");

                    assertThat(ask(copy, "SELECT name FROM person")).isEqualTo("bob");
                    assertThat(ask(original, "SELECT name FROM person")).isEqualTo("alice");
                    assertThat(ask(clone, "SELECT count(*) FROM person")).isEqualTo("0");
                }
            }
        }

        @Test
        void doesNotWaitForTheDiskAndTakesSettingsOverItsOwn() throws SQLException {
            Map<String, String> settings = Map.of("wal_level", "logical", "log_line_prefix", "%m two words ");
            try (Server server = Server.start(
                            provider, ServerRequest.version(RealEngine.VERSION).withSettings(settings));
                    Database database = server.create()) {
                assertThat(ask(database, "SHOW fsync")).isEqualTo("off");
                assertThat(ask(database, "SHOW wal_level")).isEqualTo("logical");
                assertThat(ask(database, "SHOW log_line_prefix")).isEqualTo("%m two words ");
            }
        }

        @Test
        void listensOnLoopbackOnlyAndIsGoneWhenItIsClosed() {
            Server server = Server.start(provider, ServerRequest.version(RealEngine.VERSION));
            assertThat(Containers.of("postgres:" + RealEngine.VERSION))
                    .singleElement()
                    .satisfies(container -> assertThat(container.getPorts())
                            .allSatisfy(port -> assertThat(port.getIp()).isEqualTo("127.0.0.1")));

            server.close();

            assertThat(Containers.of("postgres:" + RealEngine.VERSION)).isEmpty();
        }
    }

    @Nested
    class WhenItCannot {

        @Test
        void saysThatTheImageIsNotThere() {
            assertThatExceptionOfType(ProvisionException.class)
                    .isThrownBy(() -> provider.start(ServerRequest.version("switchback.invalid/none:1")))
                    .withMessageStartingWith("The image switchback.invalid/none:1 is not here and cannot be pulled: ")
                    .withMessageContaining("lookup switchback.invalid")
                    .withMessageContaining("\"docker pull\" must succeed.");
        }

        @Test
        void showsTheEndOfTheLogAndLeavesNoContainer() {
            ServerRequest request =
                    ServerRequest.version(RealEngine.VERSION).withSettings(Map.of("no_such_setting", "1"));

            assertThatExceptionOfType(ProvisionException.class)
                    .isThrownBy(() -> provider.start(request))
                    .withMessageStartingWith("A container with the image postgres:" + RealEngine.VERSION
                            + " was made, but PostgreSQL did not start in it: it ended by itself")
                    .withMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
            assertThat(Containers.of("postgres:" + RealEngine.VERSION)).isEmpty();
        }

        @Test
        void saysThatItTakesTooLongAndLeavesNoContainer() throws InterruptedException {
            ServerRequest hurried =
                    ServerRequest.version(RealEngine.VERSION).withOptions(Map.of("switchback.container.timeout", "1"));

            assertThatExceptionOfType(ProvisionException.class)
                    .isThrownBy(() -> provider.start(hurried))
                    .withMessageStartingWith(
                            "No server in a container with the image postgres:" + RealEngine.VERSION + " within 1 s.");
            Containers.awaitNone("postgres:" + RealEngine.VERSION);
        }
    }
}
