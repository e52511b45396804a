package dev.switchback.benchmarks.suite;

import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.reseed.SmallShop;
import dev.switchback.fixture.Fixtures;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The peers' database: one on the same embedded server, migrated and seeded once, for all tests. */
final class OneDatabase implements ParameterResolver {

    /** The configuration parameter with the location of the migrations, which Switchback reads, too. */
    static final String MIGRATIONS = "switchback.migrations";

    /** Ends with the run. */
    private record Running(Server server, Database database) implements AutoCloseable {

        static Running start(String location) {
            Server server = Servers.start("");
            Database database = server.create();
            flyway(database.dataSource(), location).migrate();
            Fixtures.load("reseed.yml").into(database.dataSource());
            return new Running(server, database);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** Flyway, which may clean. */
    static Flyway flyway(DataSource database, String location) {
        return Flyway.configure()
                .dataSource(database)
                .locations(location)
                .cleanDisabled(false)
                .load();
    }

    /** The rows, as one script. */
    static void seed(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SmallShop.inserts());
        }
    }

    static DataSource of(ExtensionContext context) {
        String location = context.getConfigurationParameter(MIGRATIONS).orElseThrow();
        return context.getRoot()
                .getStore(Namespace.create(OneDatabase.class))
                .computeIfAbsent(Running.class, absent -> Running.start(location), Running.class)
                .database()
                .dataSource();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DataSource.class;
    }

    @Override
    public DataSource resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }
}
