package dev.switchback.migration.run;

import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.Script;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Runs phases with one call of Flyway, so that every script meets Flyway's own parser, placeholders, script configuration
 * and transactions, and the price of a call is paid once.
 */
@API(status = API.Status.INTERNAL)
public final class PhaseRun {

    /** How many phases one run should have: Flyway looks through its whole history before each of them. */
    public static final int LONGEST = 300;

    private final Configuration configuration;
    private final MigrationScripts scripts;
    private final MigrationDialect dialect;
    private final Optional<Duration> timeLimit;
    private final boolean haveCallbacks;

    /**
     * Prepares runs.
     *
     * @param timeLimit how long each script may run; empty for ever
     */
    public PhaseRun(
            Configuration configuration,
            MigrationScripts scripts,
            MigrationDialect dialect,
            Optional<Duration> timeLimit) {
        this.configuration = configuration;
        this.scripts = scripts;
        this.dialect = dialect;
        this.timeLimit = timeLimit;
        this.haveCallbacks = scripts.haveCallbacks(configuration);
    }

    /** The listener to a run, called on the thread that runs it. */
    public interface Listener {

        /** A phase begins; everything before it is committed. */
        default void beginning(Phase phase) {}

        /** Whether it is told of each statement. */
        default boolean wantsStatements() {
            return false;
        }

        /** A statement of a phase's script is about to run in this session; told only to those who want it. */
        default void statement(Connection session, String sql) {}

        /** A phase's script has run; its transaction is still open. */
        default void ran(Phase phase) {}

        /**
         * A phase's script has run, and its transaction is still open in this session. Called only where nothing but the
         * script's own SQL has written anything since the last phase. Returns what the session holds.
         */
        default ScriptSessions.Held watch(Connection session) {
            return ScriptSessions.Held.PERHAPS_SOMETHING;
        }

        /** A phase is over and committed. Returns whether the run goes on. */
        default boolean completed(Phase phase) {
            return true;
        }
    }

    /** Runs the phases in order on a database of our own; see {@link #on(DataSource, List, Listener)}. */
    public boolean on(Database database, List<Phase> phases, Listener listener) throws PhaseFailure {
        boolean isSqlAlone = !haveCallbacks && !scripts.haveJava();
        return on(
                isSqlAlone
                        ? database.dataSource(
                                dialect.sessions().driverProperties().scripts())
                        : database.dataSource(),
                phases,
                listener);
    }

    /**
     * Runs the phases in order.
     *
     * @return whether all of them ran, or the listener ended the run
     * @throws PhaseFailure if a script fails
     */
    public boolean on(DataSource database, List<Phase> phases, Listener listener) throws PhaseFailure {
        try (ScriptClock clock = new ScriptClock(database, dialect.sessions(), timeLimit)) {
            PhaseCallback callback = new PhaseCallback(phases, listener, dialect.sessions(), clock, !haveCallbacks);
            return on(database, phases, callback);
        }
    }

    private boolean on(DataSource database, List<Phase> phases, PhaseCallback callback) throws PhaseFailure {
        QuietFlyway flyway = QuietFlyway.load(configure(phases, callback).dataSource(database));
        try {
            flyway.migrate();
            return callback.complete();
        } catch (FlywayException | PhaseCallback.Ended e) {
            Optional<PhaseFailure> failure = callback.failure(e);
            if (failure.isPresent()) {
                throw failure.get().with(new ScriptErrorHints(database, dialect.scripts(), configuration.getTable()));
            }
            return false;
        }
    }

    private FluentConfiguration configure(List<Phase> phases, PhaseCallback callback) {
        FluentConfiguration own = Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .resourceProvider(new PhaseResources(phases, scripts, configuration))
                .javaMigrationClassProvider(List::of)
                .javaMigrations(javaMigrations(phases))
                .callbacks(Stream.concat(Stream.of(callback), Arrays.stream(configuration.getCallbacks()))
                        .toArray(Callback[]::new))
                .target(MigrationVersion.LATEST)
                .group(false)
                .validateOnMigrate(false)
                .validateMigrationNaming(false)
                .failOnMissingLocations(false)
                .ignoreMigrationPatterns("*:*");
        dialect.prepare(own);
        return own;
    }

    private static JavaMigration[] javaMigrations(List<Phase> phases) {
        return phases.stream()
                .filter(phase -> phase.script() instanceof Script.Java)
                .map(phase -> new PhaseJavaMigration(phase, ((Script.Java) phase.script()).migration()))
                .toArray(JavaMigration[]::new);
    }
}
