package dev.switchback.cli;

import dev.switchback.lint.LintSettings;
import dev.switchback.provision.Server;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback lint}. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Runs each migration and says what it locks, rewrites, reads through and loses, with the safer SQL.",
            "Names, texts and the history of the files are judged beside that. No undo scripts are needed."
        })
final class LintCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--files-only", description = "Judges files and their history alone, without a database.")
    private boolean isFilesOnly;

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private LintOptions lint = new LintOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        scope.check();
        Environment environment = Environment.of(spec);
        FluentConfiguration flyway = migrations.flyway(environment);
        LintSettings settings = lint.settings(scope, environment);
        Judgment judgment = new Judgment(flyway, environment);
        if (isFilesOnly) {
            return output.tell(judgment.lintOfFiles(settings), judgment.scripts(), spec.commandLine());
        }
        try (Server server = servers.start()) {
            return output.tell(judgment.lint(server, settings), judgment.scripts(), spec.commandLine());
        }
    }
}
