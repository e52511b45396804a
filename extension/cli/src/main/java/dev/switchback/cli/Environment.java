package dev.switchback.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The environment of a call.
 *
 * @param folder where it is called: paths and locations are relative to it, and files of settings are looked for in it
 * @param variables its environment variables
 * @param build what the build knows that calls; empty without one
 * @param remarks takes a line for the user that is no part of the result
 * @param progress is told how far the call is
 */
record Environment(
        Path folder,
        Map<String, String> variables,
        Optional<Build> build,
        Consumer<String> remarks,
        CallProgress progress) {

    private static final String FILE_SYSTEM = "filesystem:";

    /**
     * A build that calls.
     *
     * @param ofProject Flyway's settings in the project, which go before those of files; the later ones of a name hold
     * @param ofCall Flyway's settings in the call of the build, which go before environment variables
     */
    record Build(List<PlacedSettings> ofProject, List<PlacedSettings> ofCall) {}

    /**
     * Settings of Flyway.
     *
     * @param place where they stand, as messages say it
     * @param settings by the names that flyway.conf has for them
     */
    record PlacedSettings(String place, Map<String, String> settings) {}

    Environment(Map<String, String> variables) {
        this(variables, remark -> {});
    }

    Environment(Map<String, String> variables, Consumer<String> remarks) {
        this(Path.of(""), variables, Optional.empty(), remarks, CallProgress.untold());
    }

    Environment with(CallProgress other) {
        return new Environment(folder, variables, build, remarks, other);
    }

    /** That of the call that a command belongs to. */
    static Environment of(CommandSpec command) {
        PrintWriter err = command.root().commandLine().getErr();
        Environment given = ((SwitchbackCommand) command.root().userObject()).environment();
        return given.build().isPresent()
                ? given
                : new Environment(given.folder(), given.variables(), Optional.empty(), err::println, given.progress());
    }

    /** A variable; one that is set to nothing is not set. */
    Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** A path that was given, as it is seen from the working directory. */
    Path at(Path path) {
        return folder.resolve(path);
    }

    /** A location that was given, as Flyway finds it, which goes by the working directory. */
    String location(String given) {
        String path = given.startsWith(FILE_SYSTEM) ? given.substring(FILE_SYSTEM.length()) : "";
        return path.isEmpty() || folder.toString().isEmpty() || path.startsWith("/") || path.matches("[A-Za-z]:.*")
                ? given
                : FILE_SYSTEM + folder + "/" + path;
    }

    /** The same for undo scripts, or for anything that has several. */
    String[] locations(List<String> given) {
        return given.stream().map(this::location).toArray(String[]::new);
    }

    /** A location as it would be given in this folder. */
    String shown(String location) {
        return location.startsWith(FILE_SYSTEM + folder + "/")
                ? FILE_SYSTEM + location.substring((FILE_SYSTEM + folder + "/").length())
                : location;
    }
}
