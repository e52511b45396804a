package dev.switchback.testcontainers;

import static dev.switchback.testcontainers.Sql.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.postgresql.PostgreSQLContainer;

@ExtendWith(RealEngine.class)
class OwnContainerTests {

    private final PostgreSQLContainer container = new PostgreSQLContainer("postgres:" + RealEngine.VERSION)
            .withUsername("me")
            .withDatabaseName("mine");
    private final ServerProvider provider = TestcontainersProvider.of(container);

    @AfterEach
    void stop() {
        container.stop();
    }

    @Test
    void isStartedWithTheFirstServerAndStoppedWithTheLast() throws SQLException {
        Server first = Server.start(provider, ServerRequest.defaults());
        Server second = Server.start(provider, ServerRequest.defaults());
        try (Database database = second.create()) {
            assertThat(ask(database, "SELECT current_user")).isEqualTo("me");
        }
        first.close();
        assertThat(container.isRunning()).isTrue();

        second.close();
        assertThat(container.isRunning()).isFalse();
    }

    @Test
    void keepsRunningIfItRanBeforeAndKeepsItsOwnDatabases() throws SQLException {
        container.start();
        try (Server server = Server.start(provider, ServerRequest.defaults())) {
            server.create();
            assertThat(databases()).contains("mine", "switchback_");
        }
        assertThat(container.isRunning()).isTrue();
        assertThat(databases()).contains("mine").doesNotContain("switchback_");
    }

    @Test
    void hasItsOwnVersionAndSettings() {
        assertThatExceptionOfType(ProvisionException.class)
                .isThrownBy(() -> provider.start(ServerRequest.version("16")))
                .withMessage(
                        "A container of your own has its version.\n\nLeave out version 16, or give the container that"
                                + " image.");
        assertThatExceptionOfType(ProvisionException.class)
                .isThrownBy(() -> provider.start(ServerRequest.defaults().withSettings(Map.of("work_mem", "1MB"))))
                .withMessage(
                        "A container of your own has its settings.\n\nLeave out settings [work_mem], or give them to"
                                + " the container: withCommand(\"postgres\", \"-c\", \"name=value\").");
    }

    private String databases() throws SQLException {
        try (Connection connection = container.createConnection("");
                ResultSet names =
                        connection.createStatement().executeQuery("SELECT string_agg(datname, ' ') FROM pg_database")) {
            names.next();
            return names.getString(1);
        }
    }
}
