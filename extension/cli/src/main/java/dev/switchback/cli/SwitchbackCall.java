package dev.switchback.cli;

import dev.switchback.cli.Environment.Build;
import dev.switchback.cli.Environment.PlacedSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Calls of the command line from a build tool, in its own JVM, of which nothing is changed. Migrations on the class path are those
 * that the thread's class loader finds. Immutable.
 */
@API(status = API.Status.INTERNAL)
public final class SwitchbackCall {

    static final String NONE_NAMED = "No migrations are named";
    static final String NO_FOLDER = "There is no folder ";

    private final Path folder;
    private final Map<String, String> variables;
    private final Build build;

    private SwitchbackCall(Path folder, Map<String, String> variables, Build build) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
        this.build = build;
    }

    /**
     * Calls in a folder.
     *
     * @param folder an absolute path: where relative paths and locations begin, and files of settings are looked for
     * @param variables the environment variables of the call
     */
    public static SwitchbackCall in(Path folder, Map<String, String> variables) {
        return new SwitchbackCall(folder, variables, new Build(List.of(), List.of()));
    }

    /**
     * The same with settings of Flyway that the project has. They go before files and before those that were given by an earlier
     * call of this. What is not known to Flyway, or not taken over, is told.
     *
     * @param place where they stand, as messages say it
     * @param settings by the names that flyway.conf has for them
     */
    public SwitchbackCall withFlywayOfProject(String place, Map<String, String> settings) {
        return new SwitchbackCall(
                folder, variables, new Build(and(build.ofProject(), place, settings), build.ofCall()));
    }

    /** The same with settings of Flyway that the call of the build has, which go before environment variables, too. */
    public SwitchbackCall withFlywayOfCall(String place, Map<String, String> settings) {
        return new SwitchbackCall(
                folder, variables, new Build(build.ofProject(), and(build.ofCall(), place, settings)));
    }

    private static List<PlacedSettings> and(List<PlacedSettings> all, String place, Map<String, String> settings) {
        List<PlacedSettings> more = new ArrayList<>(all);
        more.add(new PlacedSettings(place, Map.copyOf(settings)));
        return List.copyOf(more);
    }

    /** Whether a call ended with a message that says that the folder has no migrations. */
    public static boolean isWithoutMigrations(String message) {
        return message.startsWith(NONE_NAMED) || message.startsWith(NO_FOLDER);
    }

    /**
     * Runs a command.
     *
     * @param out takes the result
     * @param err takes what is said beside it, and why a call ends without one
     * @param remarks takes lines about the settings, at once
     * @param arguments the command and its options
     * @return 0 if all holds, 1 if there are findings, 2 for wrong use, 3 if a server, a database or a file cannot be had
     */
    public int run(PrintWriter out, PrintWriter err, Consumer<String> remarks, List<String> arguments) {
        return SwitchbackCommand.run(
                out,
                err,
                new Environment(folder, variables, Optional.of(build), remarks, CallProgress.untold()),
                arguments.toArray(String[]::new));
    }
}
