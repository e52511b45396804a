package dev.switchback.schema;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * One of PostgreSQL's own regression scripts, or the beginning of one.
 *
 * @param lines what is run of it
 */
record RegressionScript(String name, int percent, List<String> lines) {

    /** Statements that would change more than a database, end other sessions, or answer in a way that no driver expects. */
    private static final Pattern NOT_RUN = Pattern.compile(
            "(?is)\\s*(alter\\s+system|(create|drop|alter)\\s+database|copy\\b.*\\bto\\s+stdout|.*pg_terminate_backend|.*pg_sleep"
                    + "|.*pg_reload_conf|.*pg_rotate_logfile|.*pg_promote|.*\\bset\\s+(local\\s+|session\\s+)?(statement_timeout|datestyle|client_encoding)).*");

    /** All scripts of a folder, each to 55 per cent and whole. */
    static List<RegressionScript> in(Path folder, Pattern only) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> only.matcher(file.getFileName().toString()).find())
                    .sorted()
                    .flatMap(file -> Stream.of(55, 100).map(percent -> of(file, percent)))
                    .toList();
        }
    }

    private static RegressionScript of(Path file, int percent) {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new RegressionScript(
                    file.getFileName().toString().replace(".sql", ""),
                    percent,
                    lines.subList(0, lines.size() * percent / 100));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs it as far as that goes: what needs data files, C functions or another server fails, and so does what is meant to fail. */
    void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set statement_timeout = '3s'");
            for (PsqlScript.Step step : PsqlScript.steps(lines)) {
                if (!NOT_RUN.matcher(step.sql()).matches()) {
                    run(step, statement);
                }
            }
        }
    }

    private static void run(PsqlScript.Step step, Statement statement) throws SQLException {
        try {
            if (step.rows().isEmpty()) {
                statement.execute(step.sql());
            } else {
                statement
                        .getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(step.sql(), new StringReader(step.rows()));
            }
        } catch (SQLException | IOException meant) {
            if (statement.getConnection().isClosed()) {
                throw new SQLException("The session ended with " + step.sql(), meant);
            }
        }
    }

    @Override
    public String toString() {
        return name + " to " + percent + " %";
    }
}
