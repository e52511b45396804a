package dev.switchback.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
        TargetDatabase target = unreached(environment);
        try (Connection connection = target.source().getConnection()) {
            requirePostgres(connection);
        } catch (SQLException e) {
            throw unreachable(e);
        }
        return target;
    }

    static void requirePostgres(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (!product.equals("PostgreSQL")) {
            throw CommandException.wrongUse("Only databases of PostgreSQL are operated, and not of " + product + ".");
        }
    }

    static CommandException unreachable(SQLException why) {
        return CommandException.environment("The database cannot be reached: " + why.getMessage());
    }

    /** The database, of which nothing is known yet. */
    TargetDatabase unreached(Environment environment) {
        PGSimpleDataSource source = database.source(environment);
        FluentConfiguration flyway = migrations.flyway(environment);
        return new TargetDatabase(source, flyway.dataSource(source), List.of(environment.locations(undo)));
    }
}
