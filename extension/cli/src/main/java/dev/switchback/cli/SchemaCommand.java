package dev.switchback.cli;

import dev.switchback.provision.Server;
import dev.switchback.schema.golden.GoldenSchema;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code switchback schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description =
                "Prints the schema that the migrations make as a golden text: SQL in an order that stays the same.")
final class SchemaCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() {
        FluentConfiguration flyway = migrations.flyway(Environment.of(spec));
        try (Server server = servers.start()) {
            spec.commandLine()
                    .getOut()
                    .print(GoldenSchema.textOf(
                            new SchemaSource(() -> server, migrations, Environment.of(spec)).migrated(flyway)));
            return ExitCode.HOLDS;
        }
    }
}
