package dev.switchback.cli;

import dev.switchback.provision.Server;
import dev.switchback.schema.SchemaDiff;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchback diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two schemas, each that of a folder of migrations, of a golden file, or of a database by its JDBC URL.",
            "Databases are only read. Their user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "EXPECTED", description = "The schema that should be.")
    private String expected = "";

    @Parameters(index = "1", paramLabel = "FOUND", description = "The schema that is.")
    private String found = "";

    @Option(names = "--json", description = "Prints the differences as JSON.")
    private boolean json;

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() {
        try (Server server = servers.start()) {
            SchemaSource source = new SchemaSource(() -> server, migrations, Environment.of(spec));
            SchemaDiff diff = SchemaDiff.between(source.named(expected), source.named(found));
            String text = json ? diff.toJson() : diff.isEmpty() ? "The schemas are the same." : diff.toString();
            spec.commandLine().getOut().println(text);
            return diff.isEmpty() ? ExitCode.HOLDS : ExitCode.FINDINGS;
        }
    }
}
