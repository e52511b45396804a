package dev.switchback.cli;

import dev.switchback.migration.MigrationsException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code switchback}. */
@Command(
        name = "switchback",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Takes Flyway migrations up, down and up again on a PostgreSQL of its own, and says what does not hold.",
            "Nothing of yours is changed: databases are made for each call and dropped after it."
        },
        footer = {
            "",
            "Exit codes: 0 all holds, 1 findings, 2 wrong use, 3 a server, database or file cannot be had.",
            "Try: switchback roundtrip --locations filesystem:src/main/resources/db/migration"
        },
        subcommands = {
            RoundTripCommand.class,
            CheckCommand.class,
            DraftUndoCommand.class,
            SchemaCommand.class,
            DiffCommand.class,
            DriftCommand.class
        })
public final class SwitchbackCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** Runs one call. */
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // what Flyway logs is told where a run breaks off
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(out, err, arguments));
    }

    /** Runs one call, and returns what it exits with. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new SwitchbackCommand());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, at, parsed) -> failed(err, failure));
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static int failed(PrintWriter err, Exception failure) {
        err.println(Credentials.hidden(String.valueOf(failure.getMessage()).strip()));
        if (failure instanceof CommandException known) {
            return known.exitCode();
        }
        return failure instanceof MigrationsException ? ExitCode.FINDINGS : ExitCode.ENVIRONMENT;
    }
}
