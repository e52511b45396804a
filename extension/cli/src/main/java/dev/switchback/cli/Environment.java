package dev.switchback.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The environment of a call.
 *
 * @param variables its environment variables
 * @param remarks takes a line for the user that is no part of the result
 */
record Environment(Map<String, String> variables, Consumer<String> remarks) {

    Environment(Map<String, String> variables) {
        this(variables, remark -> {});
    }

    /** That of the call that a command belongs to. */
    static Environment of(CommandSpec command) {
        PrintWriter err = command.root().commandLine().getErr();
        return new Environment(
                ((SwitchbackCommand) command.root().userObject()).environment().variables(), err::println);
    }

    /** A variable; one that is set to nothing is not set. */
    Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
