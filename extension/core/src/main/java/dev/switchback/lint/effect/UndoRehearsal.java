package dev.switchback.lint.effect;

import dev.switchback.lint.effect.UndoEffects.Outcome;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Runs undos through Flyway, each as the only migration of a history of its own, and has the transaction rolled back when all statements
 * were seen. The database stays as it was, but for that history's table.
 */
final class UndoRehearsal {

    private final Configuration configuration;
    private final MigrationScripts scripts;
    private final Database database;
    private final MigrationDialect dialect;
    private final Duration timeLimit;

    UndoRehearsal(
            Configuration configuration,
            MigrationScripts scripts,
            Database database,
            MigrationDialect dialect,
            Duration timeLimit) {
        this.configuration = configuration;
        this.scripts = scripts;
        this.database = database;
        this.dialect = dialect;
        this.timeLimit = timeLimit;
    }

    /** The name of the table of the history of its own. */
    static String historyTable(Configuration configuration) {
        return configuration.getTable() + "_undo";
    }

    /**
     * Runs the undo of a migration that has just run.
     *
     * @param watch knows what was there before that migration
     */
    UndoEffects of(ScriptPair pair, SessionWatch watch) {
        Script undo = pair.undo().orElseThrow();
        UndoCallback callback = new UndoCallback(watch, undo.text());
        Configuration own = Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .table(historyTable(configuration))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .batch(false)
                .callbacks(Stream.concat(Stream.of(callback), Arrays.stream(configuration.getCallbacks()))
                        .toArray(Callback[]::new));
        Outcome outcome = run(own, pair, callback);
        return new UndoEffects(
                undo.source(),
                undo.text(),
                outcome == Outcome.SEEN ? callback.statements() : List.of(),
                outcome,
                pair.losses());
    }

    private Outcome run(Configuration own, ScriptPair pair, UndoCallback callback) {
        try {
            new PhaseRun(own, scripts, dialect, Optional.of(timeLimit))
                    .on(
                            database.dataSource(),
                            new Phase.Plan(scripts.pairs()).down(pair).phases(),
                            new PhaseRun.Listener() {});
        } catch (UndoCallback.TakenBack | PhaseFailure | MigrationsException ended) {
            return callback.outcome();
        }
        throw new IllegalStateException("The undo of " + pair.migration().title() + " was not taken back.");
    }
}
