package dev.switchback.cli;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationTable;
import dev.switchback.migration.Migrations;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.text.NearestName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback stamp}. */
@Command(
        name = "stamp",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a database without a history one that begins at a version: Flyway's baseline.",
            "Refuses if its schema is not the one that the migrations up to there make. Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class StampCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--at",
            required = true,
            paramLabel = "VERSION",
            description = "The version that the database is at.")
    private String version = "";

    @Option(names = "--force", description = "Does it whatever the schema is.")
    private boolean isForced;

    @Mixin
    private OperatingOptions operating = new OperatingOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() {
        TargetDatabase target = operating.target(Environment.of(spec));
        MigrationTable history = target.migrations().history();
        if (!history.isEmpty()) {
            throw CommandException.wrongUse(
                    "Nothing was done: the database has a history already.\n" + DatabaseStatus.of(target));
        }
        requireVersion(target);
        if (!isForced) {
            compare(target);
        }
        FluentConfiguration flyway = Flyway.configure(target.settings().getClassLoader())
                .configuration(target.settings())
                .baselineVersion(version);
        QuietFlyway.load(flyway).flyway().baseline();
        spec.commandLine().getOut().print(DatabaseStatus.of(target));
        return ExitCode.HOLDS;
    }

    private void requireVersion(TargetDatabase target) {
        List<String> versions = ScriptScan.of(target.settings(), List.of(), target.source()).migrations().stream()
                .map(Migration::version)
                .toList();
        if (!versions.contains(version)) {
            throw CommandException.wrongUse("Nothing was done: no migration has version " + version + "."
                    + NearestName.questionOrList(version, versions, ""));
        }
    }

    private void compare(TargetDatabase target) {
        try (Server server = servers.start();
                Database empty = server.create();
                Connection there = target.source().getConnection();
                Connection here = empty.dataSource().getConnection()) {
            Migrations migrations = Migrations.of(new Flyway(target.configuration(empty.dataSource())));
            migrations.up(version);
            Schema expected = migrations.schema(here);
            SchemaDiff diff = SchemaDiff.between(expected, target.migrations().schema(there));
            if (!diff.isEmpty()) {
                throw CommandException.findings("Nothing was done: the schema is not what the migrations up to V"
                        + version + " make.\n\n" + diff + "\n\nIf that is as it should be, add --force.");
            }
        } catch (MigrationsException e) {
            throw CommandException.findings(
                    "Nothing was done. " + String.valueOf(e.getMessage()).strip());
        } catch (SQLException e) {
            throw CommandException.environment("The database cannot be read: " + e.getMessage());
        }
    }
}
