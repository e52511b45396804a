package dev.switchback.testcontainers;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.util.Set;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** Serves from a container of the user's own. Thread-safe. */
final class OwnContainerProvider implements ServerProvider {

    private final DockerEngine engine = new DockerEngine();
    private final JdbcDatabaseContainer<?> container;
    private int servers;
    private boolean started;

    OwnContainerProvider(JdbcDatabaseContainer<?> container) {
        if (!container.getDriverClassName().contains("postgresql")) {
            throw new IllegalArgumentException("A container of PostgreSQL is needed, not a "
                    + container.getClass().getSimpleName() + " with the driver " + container.getDriverClassName());
        }
        this.container = container;
    }

    @Override
    public String name() {
        return "own container";
    }

    @Override
    public Set<String> options() {
        return TimeLimits.OPTIONS;
    }

    @Override
    public synchronized ServerProcess start(ServerRequest request) {
        requireNothingElse(request);
        if (!container.isRunning()) {
            TimeLimits limits = TimeLimits.from(request);
            engine.require(limits);
            ContainerStart.run(ContainerImage.of(container), container, limits);
            started = true;
        }
        servers++;
        return new Running(ContainerStart.addressOf(container));
    }

    private static void requireNothingElse(ServerRequest request) {
        if (!request.version().isEmpty()) {
            throw new ProvisionException("A container of your own has its version.\n\nLeave out version "
                    + request.version() + ", or give the container that image.");
        }
        if (!request.settings().isEmpty()) {
            throw new ProvisionException("A container of your own has its settings.\n\nLeave out settings "
                    + request.settings().keySet() + ", or give them to the container:"
                    + " withCommand(\"postgres\", \"-c\", \"name=value\").");
        }
    }

    private synchronized void release() {
        servers--;
        if (servers == 0 && started) {
            started = false;
            container.stop();
        }
    }

    private final class Running implements ServerProcess {

        private final ServerAddress address;

        private Running(ServerAddress address) {
            this.address = address;
        }

        @Override
        public ServerAddress address() {
            return address;
        }

        @Override
        public boolean disposable() {
            return false;
        }

        @Override
        public void close() {
            release();
        }
    }
}
