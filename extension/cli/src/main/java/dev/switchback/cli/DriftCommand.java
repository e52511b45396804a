package dev.switchback.cli;

import dev.switchback.migration.drift.Drift;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback drift}. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Compares a database with what its own history of migrations makes. The database is only read.",
            "Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class DriftCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "PATTERN",
            description = "Objects that are not compared: public.audit_*")
    private List<String> excluded = List.of();

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() {
        Exclusions.check(excluded);
        DataSource there = database.source(Environment.of(spec));
        FluentConfiguration flyway = migrations.flyway(Environment.of(spec));
        try (Server server = servers.start();
                Database empty = server.create()) {
            Drift all = Drift.between(there, new Flyway(flyway.dataSource(empty.dataSource())));
            Drift drift = excluded.isEmpty() ? all : without(all);
            spec.commandLine().getOut().println(drift);
            return drift.isEmpty() ? ExitCode.HOLDS : ExitCode.FINDINGS;
        }
    }

    private Drift without(Drift all) {
        try {
            return all.without(excluded.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongUse("--exclude " + e.getMessage());
        }
    }
}
