package dev.switchback.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The database that a command works on, with its migrations. */
final class OperatingOptions {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Option(names = "--undo", split = ",", paramLabel = "LOCATION", description = "More folders with undo scripts.")
    private List<String> undo = List.of();

    /** The database, of which it is known that it can be reached. */
    TargetDatabase target(Environment environment) {
        PGSimpleDataSource source = database.source(environment);
        FluentConfiguration flyway = migrations.flyway(environment);
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!product.equals("PostgreSQL")) {
                throw CommandException.wrongUse(
                        "Only databases of PostgreSQL are operated, and not of " + product + ".");
            }
        } catch (SQLException e) {
            throw CommandException.environment("The database cannot be reached: " + e.getMessage());
        }
        return new TargetDatabase(source, new Flyway(flyway.dataSource(source)), List.of(environment.locations(undo)));
    }
}
