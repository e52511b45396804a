package dev.switchback.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The environment variables of a call. */
record Environment(Map<String, String> variables) {

    /** Those of the call that a command belongs to. */
    static Environment of(CommandSpec command) {
        return ((SwitchbackCommand) command.root().userObject()).environment();
    }

    /** A variable; one that is set to nothing is not set. */
    Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
