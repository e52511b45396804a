package dev.switchback.migration.roundtrip;

import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.rows.RowReader;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.rows.ScriptEffects;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.run.ScriptSessions;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.product.ProductException;
import dev.switchback.provision.Database;
import dev.switchback.schema.ExcludedObjects;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaException;
import dev.switchback.schema.SchemaTracker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;

/** Takes snapshots of one database over a connection of its own, between the phases that change it. */
public final class SnapshotReader implements AutoCloseable {

    private final Connection connection;
    private final SchemaTracker schema;
    private final RowReader rows;
    private final Excluding excluding;
    private Optional<ScriptEffects> touched = Optional.empty();
    private int phases;
    private Consumer<SchemaTracker.Known> learner = known -> {};

    private SnapshotReader(Connection connection, SchemaTracker schema, RowReader rows, Excluding excluding) {
        this.connection = connection;
        this.schema = schema;
        this.rows = rows;
        this.excluding = excluding;
    }

    /**
     * The objects that are not seen.
     *
     * @param objects learns of all states that are read
     */
    public record Excluding(List<String> patterns, ExcludedObjects objects) {

        /** Nothing has been read yet. */
        public static Excluding by(List<String> patterns) {
            return new Excluding(patterns, ExcludedObjects.by(patterns));
        }

        private Excluding with(String history) {
            return new Excluding(
                    Stream.concat(Stream.of(history), patterns.stream()).toList(), objects);
        }

        private Schema from(Schema whole) {
            Schema seen = whole.without(patterns);
            objects.see(whole, seen);
            return seen;
        }
    }

    /** Opens a reader that sees everything but Flyway's history and what the settings exclude. */
    public static SnapshotReader on(
            Database database, MigrationDialect dialect, Configuration configuration, Excluding excluding) {
        return on(database, dialect, configuration, excluding, Optional.empty());
    }

    /**
     * The same, beginning with what is known of the database that this one is a copy of.
     *
     * @param known what {@link #teach} has handed on
     */
    static SnapshotReader on(
            Database database,
            MigrationDialect dialect,
            Configuration configuration,
            Excluding excluding,
            Optional<SchemaTracker.Known> known) {
        Connection connection =
                open(database.dataSource(dialect.sessions().driverProperties().reading()));
        try {
            String history = HistoryTable.of(configuration, configuration.getTable(), connection)
                    .qualifiedName();
            RowReader rows = dialect.rows(connection);
            SchemaTracker schema = SchemaTracker.on(connection, known);
            return new SnapshotReader(connection, schema, rows, excluding.with(history));
        } catch (ProductException e) {
            close(connection);
            throw e;
        } catch (SQLException | SchemaException e) {
            close(connection);
            throw new MigrationsException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    private static Connection open(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Hands on the schema of the next snapshot, with which a reader of another copy can begin. */
    void teach(Consumer<SchemaTracker.Known> pupil) {
        learner = pupil;
    }

    /** Counts a phase: only if there is one between two snapshots, it says where they can differ. */
    void begin() {
        phases++;
        touched = Optional.empty();
    }

    /**
     * Learns from the session in which a script has just run, before it commits, what it has touched; returns what the session
     * holds.
     */
    ScriptSessions.Held watch(Connection session) {
        try {
            touched = rows.touchedBy(session);
            return touched.map(ScriptEffects::holdsNothing).orElse(false)
                    ? ScriptSessions.Held.NOTHING
                    : ScriptSessions.Held.PERHAPS_SOMETHING;
        } catch (SQLException e) {
            throw new MigrationsException("What a script has touched cannot be read: " + e.getMessage(), e);
        }
    }

    /** Changes rows in the transaction of a session between two snapshots, and learns before the commit which they are. */
    <T> T whileFilling(Connection session, Filling<T> filling) throws SQLException {
        rows.begin(session);
        T done = filling.run();
        begin();
        watch(session);
        session.commit();
        return done;
    }

    /** Writes rows. */
    interface Filling<T> {

        T run() throws SQLException;
    }

    public DatabaseSnapshot take() {
        Optional<ScriptEffects> differing = phases == 1 ? touched : Optional.empty();
        phases = 0;
        touched = Optional.empty();
        try {
            Schema now = differing.isPresent() ? schema.read(differing.get().catalogs()) : schema.read();
            schema.known().ifPresent(learner);
            learner = known -> {};
            Schema seen = excluding.from(now);
            return new DatabaseSnapshot(seen, rows.read(seen, differing));
        } catch (SQLException e) {
            throw new MigrationsException("The catalog or the rows cannot be read: " + e.getMessage(), e);
        }
    }

    /** All rows of these tables as they are now; a table that holds too many is left out. */
    Map<String, TableRows> rowsOf(Set<String> tables, int most) {
        try {
            return rows.readAll(schema.read(), tables, most);
        } catch (SQLException e) {
            throw new MigrationsException("The rows cannot be read: " + e.getMessage(), e);
        }
    }

    /** The schema as another session sees it, with what that one has not committed. */
    Schema schemaOf(Connection other) {
        return Schema.read(other).without(excluding.patterns());
    }

    /**
     * Puts sequences back from where the last snapshot has them to where they were in an earlier one, as far as the rows allow
     * that stand now; returns where those are that had moved.
     */
    Map<String, RowSnapshot.Position> rewind(DatabaseSnapshot from, DatabaseSnapshot to) {
        try {
            return rows.sequences().rewind(from.rows(), to.rows());
        } catch (SQLException e) {
            throw new MigrationsException("The sequences cannot be put back: " + e.getMessage(), e);
        }
    }

    /** Sets sequences of the last snapshot to other positions. */
    void setSequences(Map<String, RowSnapshot.Position> sequences) {
        try {
            rows.sequences().set(sequences);
        } catch (SQLException e) {
            throw new MigrationsException("The sequences cannot be put forward: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new MigrationsException("The connection cannot be closed: " + e.getMessage(), e);
        }
    }
}
