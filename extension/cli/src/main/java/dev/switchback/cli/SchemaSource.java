package dev.switchback.cli;

import dev.switchback.migration.Migrations;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.schema.golden.GoldenSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Reads schemas from where the command line names them. */
record SchemaSource(Supplier<Server> server, MigrationOptions migrations, Environment environment) {

    /** The schema of a database by its URL, of a folder of migrations, or of a golden file. */
    Schema named(String source) {
        if (source.startsWith("jdbc:")) {
            return read(migrations
                    .flyway(environment)
                    .dataSource(Credentials.database(source, DatabaseOptions.PREFIX, environment)));
        }
        Path path = environment.at(Path.of(source.replaceFirst("^filesystem:", "")));
        if (Files.isDirectory(path)) {
            return migrated(migrations.flyway(environment, path));
        }
        if (!Files.isRegularFile(path)) {
            throw CommandException.wrongUse(
                    "Neither a folder of migrations, nor a golden file, nor a JDBC URL: " + source);
        }
        try (Database database = server.get().create();
                Connection connection = database.dataSource().getConnection()) {
            GoldenSchema.read(path).load(connection);
            return Schema.read(connection);
        } catch (SQLException e) {
            throw CommandException.environment("The golden file cannot be loaded: " + e.getMessage());
        }
    }

    /** The schema that migrations make. */
    Schema migrated(FluentConfiguration flyway) {
        try (Database database = server.get().create()) {
            flyway.dataSource(database.dataSource());
            Migrations.of(new Flyway(flyway)).up();
            return read(flyway);
        }
    }

    private static Schema read(FluentConfiguration flyway) {
        DataSource database = flyway.getDataSource();
        try (Connection connection = database.getConnection()) {
            return Migrations.of(new Flyway(flyway)).schema(connection);
        } catch (SQLException e) {
            throw CommandException.environment("The database cannot be reached: " + e.getMessage());
        }
    }
}
