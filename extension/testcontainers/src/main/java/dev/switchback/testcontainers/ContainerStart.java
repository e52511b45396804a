package dev.switchback.testcontainers;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProcess;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** Starts containers, and leaves none behind that did not start. */
final class ContainerStart {

    private ContainerStart() {}

    static ServerProcess of(ContainerImage image, JdbcDatabaseContainer<?> container, TimeLimits limits) {
        run(image, container, limits);
        return new Running(addressOf(container), container);
    }

    static void run(ContainerImage image, JdbcDatabaseContainer<?> container, TimeLimits limits) {
        LogTail log = new LogTail();
        container.withLogConsumer(log);
        Background start = Background.run("start a container", container::start);
        try {
            start.await(limits.container());
        } catch (ExecutionException e) {
            ProvisionException failure = StartFailure.of(image, log, e.getCause());
            container.stop();
            throw failure;
        } catch (TimeoutException e) {
            start.thenUndo(container::stop);
            throw StartFailure.slow(image, limits, e);
        } catch (ProvisionException e) {
            start.thenUndo(container::stop);
            throw e;
        }
    }

    static ServerAddress addressOf(JdbcDatabaseContainer<?> container) {
        return new ServerAddress(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private record Running(ServerAddress address, JdbcDatabaseContainer<?> container) implements ServerProcess {

        @Override
        public void close() {
            container.stop();
        }
    }
}
