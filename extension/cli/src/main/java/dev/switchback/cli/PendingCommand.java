package dev.switchback.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code switchback pending}. */
@Command(
        name = "pending",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the migrations that apply would apply, in that order, as a table.",
            "The database is only read. Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class PendingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private OperatingOptions operating = new OperatingOptions();

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(operating.target(Environment.of(spec)).migrations().pending());
        return ExitCode.HOLDS;
    }
}
