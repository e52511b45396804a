package dev.switchback.cli;

import dev.switchback.lint.LintException;
import dev.switchback.migration.MigrationsException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code switchback}. */
@Command(
        name = "switchback",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        exitCodeOnExecutionException = ExitCode.ENVIRONMENT,
        description = {
            "Takes Flyway migrations up, down and up again on a PostgreSQL of its own, and says what does not hold.",
            "Only apply, rollback and stamp change a database of yours; all others make their own, and drop them."
        },
        footer = {
            "",
            "Exit codes: 0 all holds, 1 findings, 2 wrong use, 3 a server, database or file cannot be had.",
            "Try: switchback roundtrip --locations filesystem:src/main/resources/db/migration"
        })
public final class SwitchbackCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Environment environment;

    private SwitchbackCommand(Environment environment) {
        this.environment = environment;
    }

    Environment environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** Runs one call. */
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // what Flyway logs is told where a run breaks off
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        int code = ExitCode.ENVIRONMENT;
        try (CallProgress progress = CallProgress.start(arguments.length == 0 ? "" : arguments[0], err)) {
            Environment environment = new Environment(System.getenv()).with(progress);
            code = run(progress.before(out), progress.before(err), environment, arguments);
        } catch (RuntimeException | Error unexpected) {
            // the JVM would end with the code of findings
            unexpected.printStackTrace(err);
        }
        System.exit(code);
    }

    /** Runs one call, and returns what it exits with. */
    static int run(PrintWriter out, PrintWriter err, Environment environment, String... arguments) {
        CommandLine line = Commands.line(new SwitchbackCommand(environment), arguments);
        line.registerConverter(Path.class, given -> environment.at(Path.of(given)));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((mistake, given) -> misused(err, mistake));
        line.setExecutionExceptionHandler((failure, at, parsed) -> failed(err, failure));
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** The help of a command is longer than a terminal, and would carry the message away. */
    private static int misused(PrintWriter err, ParameterException mistake) {
        CommandLine at = mistake.getCommandLine();
        err.println(Credentials.hidden(String.valueOf(mistake.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(mistake, err)) {
            if (at.getParent() == null) {
                at.usage(err);
            } else {
                err.println("Its options are told by: " + at.getCommandSpec().qualifiedName() + " --help");
            }
        }
        return ExitCode.WRONG_USE;
    }

    private static int failed(PrintWriter err, Exception failure) {
        err.println(Credentials.hidden(String.valueOf(failure.getMessage()).strip()));
        if (failure instanceof CommandException known) {
            return known.exitCode();
        }
        if (failure instanceof LintException) {
            return ExitCode.WRONG_USE;
        }
        return failure instanceof MigrationsException && !(failure.getCause() instanceof SQLException)
                ? ExitCode.FINDINGS
                : ExitCode.ENVIRONMENT;
    }
}
