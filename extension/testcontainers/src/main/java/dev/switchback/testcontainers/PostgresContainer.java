package dev.switchback.testcontainers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.switchback.postgresql.DefaultVersion;
import dev.switchback.provision.ProvisionException;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.containers.JdbcDatabaseContainerProvider;

/** Makes containers of PostgreSQL, without starting them. */
final class PostgresContainer {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    private PostgresContainer() {}

    /** @param settings server settings, applied over those that make it fast */
    static JdbcDatabaseContainer<?> create(ContainerImage image, Map<String, String> settings) {
        JdbcDatabaseContainer<?> container = provider().newInstance(DefaultVersion.MAJOR);
        container.setDockerImageName(image.name());
        container.withDatabaseName("postgres");
        container.withUsername("postgres");
        container.withPassword(UUID.randomUUID().toString());
        container.setCommand(ServerCommand.of(settings));
        container.setWaitStrategy(new UntilItAnswers(container));
        container.withCreateContainerCmdModifier(PostgresContainer::listenOnLoopback);
        return container;
    }

    /** Testcontainers 1 and 2 have their PostgreSQL in different packages, but offer it through the same interface. */
    private static JdbcDatabaseContainerProvider provider() {
        return ServiceLoader.load(JdbcDatabaseContainerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.supports("postgresql"))
                .findFirst()
                .orElseThrow(
                        () -> new ProvisionException("Testcontainers is there, but not its PostgreSQL.\n\nAdd the test"
                                + " dependency org.testcontainers:testcontainers-postgresql (in Testcontainers 1.x:"
                                + " org.testcontainers:postgresql)."));
    }

    private static void listenOnLoopback(CreateContainerCmd command) {
        if (!HERE.contains(DockerClientFactory.instance().dockerHostIpAddress())) {
            return; // The engine runs elsewhere, where this machine's loopback does not reach.
        }
        HostConfig host = Objects.requireNonNull(command.getHostConfig());
        for (ExposedPort port : Objects.requireNonNull(command.getExposedPorts())) {
            host.withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), port));
        }
    }
}
