package dev.switchback.cli;

import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback draft-undo}. */
@Command(
        name = "draft-undo",
        mixinStandardHelpOptions = true,
        description = {
            "Drafts an undo for each migration that lacks one, into a folder. No file that is there is touched.",
            "A draft is to be read: it says what it does not bring back."
        })
final class DraftUndoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Option(
            names = "--into",
            required = true,
            paramLabel = "FOLDER",
            description = "The folder, which is made if it is missing.")
    private Path folder = Path.of("");

    @Option(names = "--undo", split = ",", paramLabel = "LOCATION", description = "More folders with undo scripts.")
    private List<String> undo = List.of();

    @Override
    public Integer call() throws IOException {
        Environment environment = Environment.of(spec);
        FluentConfiguration flyway = migrations.flyway(environment);
        RoundTripSettings settings = RoundTripSettings.defaults()
                .withUndo(environment.locations(undo))
                .withMissingUndo(Severity.NOTICE)
                .withDraftUndo(folder);
        Set<Path> before = files();
        try (Server server = servers.start()) {
            new Judgment(flyway, environment).roundTrip(server, settings);
        }
        Set<Path> drafts = new TreeSet<>(files());
        drafts.removeAll(before);
        drafts.forEach(draft -> spec.commandLine().getOut().println(NewFiles.shown(draft)));
        spec.commandLine()
                .getErr()
                .println(drafts.size() == 1 ? "1 draft was written." : drafts.size() + " drafts were written.");
        return ExitCode.HOLDS;
    }

    private Set<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return new TreeSet<>(all.toList());
        }
    }
}
