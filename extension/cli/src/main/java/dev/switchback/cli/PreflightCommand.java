package dev.switchback.cli;

import dev.switchback.provision.Server;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback preflight}. */
@Command(
        name = "preflight",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at all that has to be right before apply: history, drift, rights, undos, open transactions, programs for a backup.",
            "The database is only read. Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class PreflightCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--open-for",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long a transaction may have been open, ${DEFAULT-VALUE} by default.")
    private int openFor = 60;

    @Mixin
    private OperatingOptions operating = new OperatingOptions();

    @Mixin
    private BackupOptions backups = new BackupOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() {
        TargetDatabase target = operating.target(Environment.of(spec));
        try (Server server = servers.start()) {
            Preflight preflight = new Preflight(target, server, backups, Environment.of(spec), openFor);
            List<Preflight.Check> checks = preflight.checks();
            PrintWriter out = spec.commandLine().getOut();
            checks.forEach(out::println);
            return checks.stream().allMatch(Preflight.Check::holds) ? ExitCode.HOLDS : ExitCode.FINDINGS;
        }
    }
}
