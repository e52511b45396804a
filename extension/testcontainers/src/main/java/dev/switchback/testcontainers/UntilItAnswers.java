package dev.switchback.testcontainers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/**
 * Waits until the server takes a connection. Testcontainers' own strategy counts lines of the log instead, and goes on
 * counting for a minute when the server is long gone.
 */
final class UntilItAnswers implements WaitStrategy {

    private final JdbcDatabaseContainer<?> container;

    UntilItAnswers(JdbcDatabaseContainer<?> container) {
        this.container = container;
    }

    @Override
    public void waitUntilReady(WaitStrategyTarget target) {
        try (Connection connection = container.createConnection("")) {
            connection.isValid(0);
        } catch (SQLException e) {
            if (target.isRunning()) {
                throw new ContainerLaunchException("the server takes no connection", e);
            }
            throw new ContainerLaunchException("it ended by itself");
        }
    }

    @Override
    public WaitStrategy withStartupTimeout(Duration timeout) {
        container.withConnectTimeoutSeconds(Math.toIntExact(timeout.toSeconds()));
        return this;
    }
}
