package dev.switchback.cli;

/** Exit codes of the commands; the numbers are documented and stay. */
final class ExitCode {

    /** All holds. */
    static final int HOLDS = 0;

    /** There are findings. */
    static final int FINDINGS = 1;

    /** The call cannot be meant so. */
    static final int WRONG_USE = 2;

    /** A server, a database or a file cannot be had. */
    static final int ENVIRONMENT = 3;

    private ExitCode() {}
}
