package dev.switchback.migration;

import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.roundtrip.DatabaseSnapshot;
import dev.switchback.migration.roundtrip.ExcludedFindings;
import dev.switchback.migration.roundtrip.HeadDatabase;
import dev.switchback.migration.roundtrip.HeadFindings;
import dev.switchback.migration.roundtrip.SnapshotDiff;
import dev.switchback.migration.roundtrip.SnapshotReader;
import dev.switchback.migration.rows.RowSources;
import dev.switchback.migration.run.MigrateRun;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.script.ChosenResources;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the migrations as a whole, on a database that Flyway has brought to the newest version, repeatable migrations
 * included. The database is made once, and each check runs on a copy, which holds the rows that the settings bring. An empty list is a good verdict.
 *
 * <p>Thread-safe. Closing drops the database.
 */
public final class HeadChecks implements AutoCloseable {

    private final Server server;
    private final Configuration configuration;
    private final RoundTripSettings settings;
    private final MigrationDialect dialect;
    private @Nullable HeadDatabase head;
    private @Nullable HeadDatabase headWithRows;

    private HeadChecks(Server server, Configuration configuration, RoundTripSettings settings) {
        this.server = server;
        this.configuration = configuration;
        this.settings = settings;
        this.dialect = MigrationDialect.ofProduct(server.product());
    }

    /**
     * Prepares the checks; the first one that is asked for migrates.
     *
     * @param flyway how the migrations are found and run; its data source is not used
     * @param settings what is not compared, how long a script may run, and rows that come in on the way; the rest is for
     *     round trips
     */
    public static HeadChecks of(Server server, Configuration flyway, RoundTripSettings settings) {
        return new HeadChecks(server, flyway, settings);
    }

    /** Every migration applies, in order, on an empty database. */
    public synchronized List<Finding> appliesOnAnEmptyDatabase() {
        if (head == null) {
            head = HeadDatabase.make(
                    server, database -> run(database).migrate().stream().toList());
        }
        return head.whyNot();
    }

    /** With the rows of the settings, if there are any, which come in on the way. */
    private synchronized HeadDatabase head() {
        List<Finding> broken = appliesOnAnEmptyDatabase();
        if (!broken.isEmpty() || settings.rows().isEmpty()) {
            return Objects.requireNonNull(head);
        }
        if (headWithRows == null) {
            headWithRows = HeadDatabase.make(server, this::migrateWithRows);
        }
        return headWithRows;
    }

    private List<Finding> migrateWithRows(Database database) {
        MigrationScripts scripts = ScriptScan.of(configuration, settings.undo(), database.dataSource());
        RowSources rows = new RowSources(settings.rows(), scripts.migrations());
        for (int index : rows.indexes()) {
            MigrationVersion version =
                    MigrationVersion.fromVersion(scripts.migrations().get(index).version());
            Optional<Finding> failure = new MigrateRun(
                            ChosenResources.upTo(version, scripts.resources(), configuration),
                            database.dataSource(),
                            dialect,
                            Optional.of(settings.timeLimit()))
                    .migrate();
            if (failure.isPresent()) {
                return List.of(failure.get());
            }
            rows.insertAfter(index + 1, database);
        }
        return run(database).migrate().stream().toList();
    }

    /** Migrating once more finds nothing to do and changes nothing. */
    public List<Finding> runningAgainChangesNothing() {
        return onCopyOfHead(database -> {
            MigrateRun again = run(database);
            Changes changes = changes(database, again);
            if (again.applied().size() > 0) {
                return List.of(HeadFindings.ranAgain(again.applied().size()));
            }
            return changes.finding("again-changes", "Running the migrations again changes the database");
        });
    }

    /** The repeatable migrations, run a second time, change nothing. */
    public List<Finding> repeatablesAreRepeatable() {
        return onCopyOfHead(database -> {
            forgetRepeatables(database);
            return changes(database, run(database))
                    .finding(
                            "repeatable-changes",
                            "Running the repeatable migrations a second time changes the database");
        });
    }

    /** Flyway's own validation of the history passes. */
    public List<Finding> historyIsValid() {
        return onCopyOfHead(database -> QuietFlyway.load(Flyway.configure(configuration.getClassLoader())
                        .configuration(configuration)
                        .dataSource(database.dataSource()))
                .validateWithResult()
                .invalidMigrations
                .stream()
                .map(HeadFindings::invalid)
                .toList());
    }

    private List<Finding> onCopyOfHead(Function<Database, List<Finding>> check) {
        HeadDatabase here = head();
        if (!here.whyNot().isEmpty()) {
            return here.whyNot();
        }
        try (Database copy = server.copy(here.database())) {
            return check.apply(copy);
        }
    }

    private MigrateRun run(Database database) {
        return new MigrateRun(configuration, database.dataSource(), dialect, Optional.of(settings.timeLimit()));
    }

    private void forgetRepeatables(Database database) {
        try (Connection connection = database.dataSource().getConnection()) {
            HistoryTable.of(configuration, configuration.getTable(), connection).removeRepeatables(connection);
        } catch (SQLException e) {
            throw new MigrationsException("The history cannot be changed: " + e.getMessage(), e);
        }
    }

    /** The changes of a run, or why it failed. */
    private record Changes(Optional<Finding> failure, SnapshotDiff comparison) {

        List<Finding> finding(String rule, String title) {
            return failure.map(List::of)
                    .orElseGet(() ->
                            comparison.isEmpty() ? List.of() : List.of(HeadFindings.changed(rule, title, comparison)));
        }
    }

    private Changes changes(Database database, MigrateRun run) {
        SnapshotReader.Excluding excluding = SnapshotReader.Excluding.by(settings.excluded());
        try (SnapshotReader snapshots = SnapshotReader.on(database, dialect, configuration, excluding)) {
            DatabaseSnapshot before = snapshots.take();
            Optional<Finding> failure = run.migrate();
            SnapshotDiff comparison = SnapshotDiff.of(before, snapshots.take());
            return new Changes(
                    failure.or(() ->
                            ExcludedFindings.nothingLeft(excluding).stream().findFirst()),
                    comparison);
        }
    }

    @Override
    public synchronized void close() {
        Stream.of(Optional.ofNullable(head), Optional.ofNullable(headWithRows))
                .flatMap(Optional::stream)
                .forEach(made -> made.database().close());
    }
}
