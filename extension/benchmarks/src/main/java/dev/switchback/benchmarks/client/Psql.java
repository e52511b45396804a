package dev.switchback.benchmarks.client;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program {@code psql}. */
public final class Psql {

    private static final List<String> QUIET = List.of("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1");

    private Psql() {}

    /**
     * Runs a script.
     *
     * @param inTransaction whether in one transaction
     * @return what went wrong; nothing if all is well
     */
    public static Optional<String> file(Database database, Path script, boolean inTransaction) throws IOException {
        return run(database, "--file=" + script, inTransaction);
    }

    /** Runs some statements in one transaction. */
    public static Optional<String> statements(Database database, String sql) throws IOException {
        return run(database, "--command=" + sql, true);
    }

    private static Optional<String> run(Database database, String what, boolean inTransaction) throws IOException {
        List<String> command = new ArrayList<>(QUIET);
        if (inTransaction) {
            command.add("--single-transaction");
        }
        command.add(what);
        Program run = Program.run(command, database);
        return run.exit() == 0 ? Optional.empty() : Optional.of(run.errors().strip());
    }
}
