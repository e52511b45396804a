package dev.switchback.cli;

import dev.switchback.lint.DryRun;
import dev.switchback.lint.LintSettings;
import dev.switchback.provision.Server;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code switchback dry-run}. */
@Command(
        name = "dry-run",
        mixinStandardHelpOptions = true,
        description = {
            "Shows every statement that apply would run and what it does, seen on a copy without rows on a server of its own.",
            "The database is only read, in a transaction in which its server refuses to write. Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class DryRunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private OperatingOptions operating = new OperatingOptions();

    @Mixin
    private LintOptions lint = new LintOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() {
        LintSettings settings = lint.settings(new ScopeOptions(), Environment.of(spec));
        TargetDatabase target = operating.target(Environment.of(spec));
        try (Server server = servers.start()) {
            DryRun run = DryRun.of(server, target.flyway(), settings);
            spec.commandLine().getOut().print(run);
            return run.fails() ? ExitCode.FINDINGS : ExitCode.HOLDS;
        }
    }
}
