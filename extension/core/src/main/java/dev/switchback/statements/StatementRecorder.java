package dev.switchback.statements;

import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * Records the statements that an application sends, in a file that people read and edit, and that {@code @PreviousVersion} reads
 * back:
 *
 * <pre>{@code
 * try (StatementRecorder recorder = StatementRecorder.recording(Path.of("src/test/resources/queries/v41.sql"))) {
 *     DataSource recorded = recorder.around(dataSource);
 *     // the application's tests run on it
 * }
 * }</pre>
 *
 * <p>The file has each statement once, with the types of its parameters, in the order of their texts, so that two runs of the same
 * tests write the same file. Values are left out, because they may be secrets, unless {@link #recordingValues} asks for them.
 *
 * <p>Connections, statements and prepared statements are wrapped; {@code unwrap} gives the driver's own. Thread-safe: several data
 * sources and threads may share a recorder.
 */
public final class StatementRecorder implements AutoCloseable {

    private final Path file;
    private final RecordedStatements statements;

    private StatementRecorder(Path file, RecordedStatements statements) {
        this.file = file;
        this.statements = statements;
    }

    /** Records statements with the types of their parameters. */
    public static StatementRecorder recording(Path file) {
        return new StatementRecorder(file, new RecordedStatements(false));
    }

    /**
     * Records statements with the values of one call each, so that they can be run, too. The values are those of the tests that
     * run meanwhile, and come into the file as they are: no secret may be among them.
     */
    public static StatementRecorder recordingValues(Path file) {
        return new StatementRecorder(file, new RecordedStatements(true));
    }

    /** The same data source, whose statements are recorded. */
    public DataSource around(DataSource dataSource) {
        return RecordingProxies.of(dataSource, statements);
    }

    /**
     * Writes the file anew, with all that was recorded so far.
     *
     * @throws StatementException if nothing was recorded, in which case the file stays as it is, or if it cannot be written
     */
    @Override
    public void close() {
        statements.write(file);
    }
}
