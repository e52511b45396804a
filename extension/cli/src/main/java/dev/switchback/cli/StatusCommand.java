package dev.switchback.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Says where a database stands: what is applied, what is pending, and what a call that broke off has left.",
            "The database is only read. Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--exit-code", description = "Exits with 1 if something is pending or to be mended.")
    private boolean isExitCodeAsked;

    @Mixin
    private OperatingOptions operating = new OperatingOptions();

    @Override
    public Integer call() {
        DatabaseStatus status = DatabaseStatus.of(operating.unreached(Environment.of(spec)));
        spec.commandLine().getOut().print(status);
        return isExitCodeAsked && !status.isSettled() ? ExitCode.FINDINGS : ExitCode.HOLDS;
    }
}
