package dev.switchback.cli;

/** The end of a call, with the message that says why and the code that it exits with. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandException findings(String message) {
        return new CommandException(ExitCode.FINDINGS, message);
    }

    static CommandException wrongUse(String message) {
        return new CommandException(ExitCode.WRONG_USE, message);
    }

    static CommandException environment(String message) {
        return new CommandException(ExitCode.ENVIRONMENT, message);
    }

    int exitCode() {
        return exitCode;
    }
}
