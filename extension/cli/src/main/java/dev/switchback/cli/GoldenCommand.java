package dev.switchback.cli;

import dev.switchback.migration.script.ScriptPath;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaException;
import dev.switchback.schema.golden.GoldenFile;
import dev.switchback.testfiles.FileUpdates;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchback golden}. */
@Command(
        name = "golden",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the schema that the migrations make with the one in a golden file, or writes it there.",
            "Where the environment variable CI is set, nothing is ever written."
        })
final class GoldenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "src/test/resources/schema.golden.sql",
            description = "The file; by default ${DEFAULT-VALUE}, which is that of tests.")
    private Path file = Path.of("");

    @Option(names = "--update", description = "Writes the file if it is missing or differs.")
    private boolean isToBeWritten;

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() {
        Environment environment = Environment.of(spec);
        FluentConfiguration flyway = migrations.flyway(environment);
        FileUpdates updates =
                FileUpdates.of("--update", isToBeWritten ? Optional.of("update") : Optional.empty(), name -> environment
                        .value(name)
                        .orElse(null));
        Path shown =
                Path.of(ScriptPath.readable(file.toAbsolutePath().normalize().toString()));
        GoldenFile golden = GoldenFile.at(shown).writtenBy("call this with --update");
        try (Server server = servers.start()) {
            Schema schema = new SchemaSource(() -> server, migrations, environment).migrated(flyway);
            Optional<GoldenFile.Failure> failure = check(golden, schema, updates);
            spec.commandLine()
                    .getOut()
                    .println(failure.map(GoldenFile.Failure::message)
                            .orElse("The schema is the one in " + golden.path() + "."));
            return failure.isEmpty() ? ExitCode.HOLDS : ExitCode.FINDINGS;
        }
    }

    /** A file that is none is a mistake in the call. */
    private static Optional<GoldenFile.Failure> check(GoldenFile golden, Schema schema, FileUpdates updates) {
        try {
            return golden.check(schema, updates);
        } catch (SchemaException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        }
    }
}
