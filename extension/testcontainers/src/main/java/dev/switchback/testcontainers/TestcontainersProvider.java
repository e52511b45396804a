package dev.switchback.testcontainers;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.util.Set;
import org.testcontainers.containers.JdbcDatabaseContainer;

/**
 * PostgreSQL in a container, of the version or the image that is asked for. It is found by its name {@code
 * testcontainers}; what is to be called is {@link #of}.
 *
 * <p>A version such as {@code 17} or {@code 17-alpine} is a tag of the image {@code postgres}; everything else, such as
 * {@code postgis/postgis:17-3.5}, is an image. The default is {@value ContainerImage#DEFAULT}.
 *
 * <p>Thread-safe.
 */
public final class TestcontainersProvider implements ServerProvider {

    private final DockerEngine engine = new DockerEngine();

    /** Called by {@link java.util.ServiceLoader}. */
    public TestcontainersProvider() {}

    /**
     * A server in a container of your own, with the image, the settings and the mounts that you give it.
     *
     * <pre>{@code
     * static final PostgreSQLContainer container = new PostgreSQLContainer("postgres:17").withReuse(true);
     *
     * @RegisterExtension
     * static final Switchback db = Switchback.builder().server(TestcontainersProvider.of(container)).build();
     * }</pre>
     *
     * <p>A container that does not run when a server is first asked for is started, and stopped with the last server. One
     * that you started is yours to stop; then only the databases that Switchback created on it are dropped. The role of
     * the container must be one that may create databases. Make one provider per container.
     *
     * @throws IllegalArgumentException if the container is not one of PostgreSQL
     */
    public static ServerProvider of(JdbcDatabaseContainer<?> container) {
        return new OwnContainerProvider(container);
    }

    @Override
    public String name() {
        return "testcontainers";
    }

    @Override
    public Set<String> options() {
        return TimeLimits.OPTIONS;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ProvisionException also if the engine or the container takes longer than the time limits in the request
     */
    @Override
    public ServerProcess start(ServerRequest request) {
        TimeLimits limits = TimeLimits.from(request);
        ContainerImage image = ContainerImage.of(request.version());
        engine.require(limits);
        return ContainerStart.of(image, PostgresContainer.create(image, request.settings()), limits);
    }
}
