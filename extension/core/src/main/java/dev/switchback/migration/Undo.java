package dev.switchback.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Undoes migrations in a real history. Flyway applies the undo as the only migration of a scratch history; then the
 * migration's row is taken out of the real one.
 */
final class Undo {

    private final Configuration configuration;
    private final MigrationScripts scripts;
    private final DataSource dataSource;

    Undo(Configuration configuration, MigrationScripts scripts) {
        this.configuration = configuration;
        this.scripts = scripts;
        this.dataSource = configuration.getDataSource();
    }

    void run(Migration migration) {
        ScriptPair pair = pair(migration);
        String scratch = configuration.getTable() + "_undo";
        try {
            new PhaseRun(historyOfItsOwn(scratch), scripts, MigrationDialects.of(dataSource), Optional.empty())
                    .on(dataSource, new Phase.Plan(scripts.pairs()).down(pair).phases(), new PhaseRun.Listener() {});
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                HistoryTable.of(configuration, configuration.getTable(), connection)
                        .remove(connection, migration.version());
            }
        } catch (PhaseFailure e) {
            throw new MigrationsException(StepFindings.failure(e).text(), e);
        } catch (SQLException e) {
            throw new MigrationsException(
                    migration.title() + " was undone, but its row in " + configuration.getTable()
                            + " could not be deleted: " + e.getMessage(),
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
                    StepFindings.undoMissing(pair, Reaction.FAIL).text());
        }
        return pair;
    }
}
