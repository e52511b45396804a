package dev.switchback.benchmarks.suite;

import dev.switchback.benchmarks.reseed.SmallShop;
import dev.switchback.postgresql.DefaultVersion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same tests with a container for each class, which is migrated once; the tables are emptied between tests. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ContainerCase {

    private final PostgreSQLContainer container = new PostgreSQLContainer("postgres:" + DefaultVersion.MAJOR);

    @BeforeAll
    void start() {
        container.start();
        Flyway.configure()
                .dataSource(container.getJdbcUrl(), container.getUsername(), container.getPassword())
                .locations(System.getProperty(OneDatabase.MIGRATIONS))
                .load()
                .migrate();
    }

    @AfterAll
    void stop() {
        container.stop();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    @BeforeEach
    void seed() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(SmallShop.truncation(20) + SmallShop.inserts());
        }
    }

    @Often
    public void changesThreeTables() throws SQLException {
        try (Connection connection = connect()) {
            SmallShop.check(connection);
            SmallShop.test(connection, 3);
        }
    }
}
