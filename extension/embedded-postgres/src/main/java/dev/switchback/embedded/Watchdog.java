package dev.switchback.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A shell that waits for the end of this JVM, however it comes, and ends a server then. It needs nothing but {@code sh}, so that
 * there is none on Windows: there, the next start ends what is left.
 */
final class Watchdog {

    /**
     * Reading ends with a line if the watchdog is dismissed, and with nothing if the JVM is gone. The number is compared with
     * the one in the data directory, because the system may have given it to another program since.
     */
    private static final String SCRIPT =
            """
            trap '' INT HUP TERM
            read -r line && exit
            read -r pid < "$2/postmaster.pid" && [ "$pid" = "$1" ] && kill -QUIT "$1"
            """;

    private final OutputStream line;

    private Watchdog(OutputStream line) {
        this.line = line;
    }

    /** A watchdog over the process that runs on a data directory; none if there is no shell. */
    static Optional<Watchdog> over(long pid, Path data) {
        try {
            Process shell = Command.builder(List.of("sh", "-c", SCRIPT, "sh", Long.toString(pid), data.toString()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return Optional.of(new Watchdog(shell.getOutputStream()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Ends it, and leaves the server alone. */
    void dismiss() {
        try (line) {
            line.write('\n');
        } catch (IOException e) {
            // It has ended already: somebody killed it.
        }
    }
}
