package dev.switchback.jupiter;

import dev.switchback.migration.run.MigrationDialect;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The locations of migrations and undo scripts, and the changes of Flyway's configuration.
 *
 * @param properties of the driver, for Flyway's sessions
 */
record FlywaySettings(
        List<String> migrations,
        List<String> undo,
        FlywayLogging logging,
        Consumer<FluentConfiguration> configurator,
        Map<String, String> properties) {

    FlywaySettings {
        migrations = List.copyOf(migrations);
        undo = List.copyOf(undo);
        properties = Map.copyOf(properties);
    }

    /** The same but for what changes the configuration. */
    FlywaySettings with(Consumer<FluentConfiguration> other) {
        return new FlywaySettings(migrations, undo, logging, other, properties);
    }

    /** The same in sessions with other properties. */
    FlywaySettings with(Map<String, String> driver) {
        return new FlywaySettings(migrations, undo, logging, configurator, driver);
    }

    /** A new configuration for that product; it has no data source yet, and the caller may go on with it. */
    FluentConfiguration configuration(String product) {
        FluentConfiguration configuration = Flyway.configure().locations(migrations.toArray(String[]::new));
        // one that has nothing is told by what finds no migration
        configuration.failOnMissingLocations(migrations.size() > 1);
        MigrationDialect.ofProduct(product).prepare(configuration);
        configurator.accept(configuration);
        logging.prepare(configuration);
        return configuration;
    }
}
