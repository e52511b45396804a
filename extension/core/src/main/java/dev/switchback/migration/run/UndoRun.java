package dev.switchback.migration.run;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.Severity;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.ScriptFindings;
import dev.switchback.migration.script.ScriptPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Undoes migrations in a real history. Flyway applies the undo as the only migration of a scratch history; then the
 * migration's row is taken out of the real one.
 */
@API(status = API.Status.INTERNAL)
public final class UndoRun {

    private final Configuration configuration;
    private final MigrationScripts scripts;
    private final DataSource dataSource;
    private final Optional<Duration> timeLimit;

    public UndoRun(Configuration configuration, MigrationScripts scripts) {
        this(configuration, scripts, configuration.getDataSource(), Optional.empty());
    }

    /** Undoes migrations in another database than the configured one, each within a time limit. */
    public UndoRun(
            Configuration configuration,
            MigrationScripts scripts,
            DataSource dataSource,
            Optional<Duration> timeLimit) {
        this.configuration = configuration;
        this.scripts = scripts;
        this.dataSource = dataSource;
        this.timeLimit = timeLimit;
    }

    public void run(Migration migration) {
        try {
            run(pair(migration));
        } catch (PhaseFailure e) {
            throw new MigrationsException(FailureFindings.of(e).text(), e);
        }
    }

    public void run(ScriptPair pair) throws PhaseFailure {
        Migration migration = pair.migration();
        String scratch = configuration.getTable() + "_undo";
        try {
            new PhaseRun(historyOfItsOwn(scratch), scripts, MigrationDialect.ofProductOf(dataSource), timeLimit)
                    .on(dataSource, new Phase.Plan(scripts.pairs()).down(pair).phases(), new PhaseRun.Listener() {});
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                HistoryTable.of(configuration, configuration.getTable(), connection)
                        .remove(connection, migration.version());
            }
        } catch (SQLException e) {
            throw new MigrationsException(
                    migration.title() + " was undone, but its row in " + configuration.getTable()
                            + " could not be deleted: " + e.getMessage()
                            + "\nTake it out by hand: DELETE FROM " + configuration.getTable() + " WHERE version = '"
                            + migration.version() + "';",
                    e);
        } finally {
            drop(scratch);
        }
    }

    private Configuration historyOfItsOwn(String table) {
        return Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .table(table)
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }

    private void drop(String table) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            HistoryTable.of(configuration, table, connection).drop(connection);
        } catch (SQLException e) {
            throw new MigrationsException("The scratch table " + table + " could not be dropped: " + e.getMessage(), e);
        }
    }

    private ScriptPair pair(Migration migration) {
        MigrationVersion version = MigrationVersion.fromVersion(migration.version());
        ScriptPair pair = scripts.pairs().stream()
                .filter(candidate -> MigrationVersion.fromVersion(
                                candidate.migration().version())
                        .equals(version))
                .findFirst()
                .orElseThrow(() -> new MigrationsException(migration.title()
                        + " is applied, but no longer among the migrations: it cannot be undone. Known are "
                        + scripts.migrations().stream().map(Migration::version).collect(Collectors.joining(", "))
                        + "."));
        if (pair.undo().isEmpty()) {
            throw new MigrationsException(
                    ScriptFindings.undoMissing(pair, Severity.FAIL).text());
        }
        return pair;
    }
}
