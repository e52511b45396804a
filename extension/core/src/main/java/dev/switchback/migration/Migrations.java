package dev.switchback.migration;

import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.run.MigrateRun;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.run.UndoRun;
import dev.switchback.migration.script.ChosenResources;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Takes a database up and down its Flyway migrations. Works alone, without JUnit, and with Flyway's open-source edition:
 *
 * <pre>{@code
 * Migrations migrations = Migrations.of(flyway);
 * migrations.up();
 * migrations.down();        // the newest migration is undone
 * migrations.down("4");     // 4 is the newest again
 * migrations.to("6");       // up or down
 * migrations.up();
 * }</pre>
 *
 * <p>The undo of {@code V7__x.sql} is {@code U7__x.sql} in the same locations or in those given to {@link #withUndo}; the
 * undo of a class {@code V7__X} is the class {@code U7__X} beside it, or a file. It runs through Flyway's own parser,
 * with its placeholders, script configuration and transaction. Afterwards Flyway's history holds what is applied, no
 * more: {@code info()} and {@code validate()} are true.
 *
 * <p>Changes the database that the given Flyway is configured for, and nothing else. Not thread-safe.
 */
public final class Migrations {

    private final Configuration configuration;
    private final List<String> undoLocations;

    private Migrations(Configuration configuration, List<String> undoLocations) {
        this.configuration = configuration;
        this.undoLocations = undoLocations;
    }

    /** The migrations of a Flyway that has a data source. */
    public static Migrations of(Flyway flyway) {
        return new Migrations(flyway.getConfiguration(), List.of());
    }

    /** The same by a configuration, which is copied when something runs: a Flyway would copy it once more, and copies are slow. */
    @API(status = API.Status.INTERNAL)
    public static Migrations of(Configuration configuration) {
        return new Migrations(configuration, List.of());
    }

    /** The same migrations, with undo scripts also looked for in these Flyway locations. */
    public Migrations withUndo(String... locations) {
        return new Migrations(configuration, List.of(locations));
    }

    /**
     * The migrations that {@link #up()} would apply, in that order. The database is only read, and callbacks do not run. {@link
     * dev.switchback.lint.DryRun} says what they would do.
     */
    public MigrationTable pending() {
        return pending(reading().info());
    }

    private static MigrationTable pending(MigrationInfoService found) {
        return new MigrationTable(
                Arrays.stream(found.pending()).map(MigrationRow::of).toList());
    }

    /**
     * Flyway's history of the database, in the order in which it came about: what was applied, with the baseline, repeatable
     * migrations, and those that failed or whose files are gone. The database is only read, and callbacks do not run.
     */
    public MigrationTable history() {
        return history(reading().info());
    }

    /** {@link #history()} and {@link #pending()}, asked for once. */
    @API(status = API.Status.INTERNAL)
    public MigrationStanding standing() {
        MigrationInfoService found = reading().info();
        return new MigrationStanding(history(found), pending(found));
    }

    private static MigrationTable history(MigrationInfoService found) {
        return new MigrationTable(Arrays.stream(found.all())
                .filter(info -> info.getInstalledRank() != null)
                .sorted(Comparator.comparing(MigrationInfo::getInstalledRank))
                .map(MigrationRow::of)
                .toList());
    }

    /**
     * Applies everything that is pending.
     *
     * @return what was applied
     * @throws MigrationsException if a script fails, with file, line and statement; what was done before stays done
     */
    public List<Migration> up() {
        return up(configuration, Optional.empty());
    }

    /**
     * Applies what is pending up to and including a version. Repeatable migrations belong to the newest version and do
     * not run.
     *
     * @return what was applied
     * @throws MigrationsException as {@link #up()}
     */
    public List<Migration> up(String version) {
        return up(upTo(MigrationVersion.fromVersion(version)), Optional.empty());
    }

    /**
     * Goes to a version, up or down, whichever way it is. Repeatable migrations do not run.
     *
     * @return what was applied or undone, in that order
     * @throws MigrationsException if a script fails, with file, line and statement; what was done before stays done
     */
    public List<Migration> to(String version) {
        MigrationVersion target = MigrationVersion.fromVersion(version);
        List<Migration> before = applied();
        boolean isDown =
                !before.isEmpty() && versionOf(before.get(before.size() - 1)).compareTo(target) >= 0;
        return isDown ? down(version) : up(upTo(target), Optional.of(RoundTripSettings.DEFAULT_TIME_LIMIT));
    }

    private Configuration upTo(MigrationVersion target) {
        return ChosenResources.upTo(target, scan().resources(), configuration);
    }

    private List<Migration> up(Configuration flyway, Optional<Duration> timeLimit) {
        DataSource database = configuration.getDataSource();
        MigrateRun run = new MigrateRun(flyway, database, MigrationDialect.ofProductOf(database), timeLimit);
        run.migrate().ifPresent(failure -> {
            throw new MigrationsException(failure.text().strip());
        });
        return run.applied().stream()
                .filter(info -> info.getVersion() != null)
                .map(MigrationRow::migration)
                .toList();
    }

    /**
     * Undoes the newest migration.
     *
     * @return what was undone
     * @throws MigrationsException if nothing is applied, if the migration has no undo, or if the undo fails; the history
     *     is then what it was
     */
    public Migration down() {
        List<Migration> history = applied();
        if (history.isEmpty()) {
            throw new MigrationsException("Nothing to undo: the history holds no applied migration.");
        }
        Migration newest = history.get(history.size() - 1);
        new UndoRun(configuration, scan()).run(newest);
        return newest;
    }

    /**
     * Undoes migrations, newest first, until the given version is the newest. {@code "0"} undoes all.
     *
     * @return what was undone, in that order
     * @throws MigrationsException if the version is not applied, or as {@link #down()}; what was undone before stays undone
     */
    public List<Migration> down(String version) {
        MigrationVersion target = MigrationVersion.fromVersion(version);
        List<Migration> history = new ArrayList<>(applied());
        boolean all = target.equals(MigrationVersion.fromVersion("0"));
        if (!all && history.stream().noneMatch(migration -> versionOf(migration).equals(target))) {
            throw new MigrationsException("Cannot go down to version " + version + ": it is not applied. Applied are "
                    + history.stream().map(Migration::version).toList() + ".");
        }
        UndoRun undo = new UndoRun(configuration, scan());
        List<Migration> undone = new ArrayList<>();
        for (int i = history.size() - 1; i >= 0 && versionOf(history.get(i)).compareTo(target) > 0; i--) {
            undo.run(history.get(i));
            undone.add(history.get(i));
        }
        return List.copyOf(undone);
    }

    /** The schema as this connection sees it, without Flyway's history table. */
    public Schema schema(Connection connection) {
        try {
            String history = HistoryTable.of(configuration, configuration.getTable(), connection)
                    .qualifiedName();
            return Schema.read(connection).without(history);
        } catch (SQLException e) {
            throw new MigrationsException("The schema cannot be read: " + e.getMessage(), e);
        }
    }

    private QuietFlyway flyway() {
        return QuietFlyway.load(configure());
    }

    private QuietFlyway reading() {
        return QuietFlyway.load(configure().skipDefaultCallbacks(true).callbacks(new Callback[0]));
    }

    private FluentConfiguration configure() {
        FluentConfiguration own =
                Flyway.configure(configuration.getClassLoader()).configuration(configuration);
        MigrationDialect.ofProductOf(configuration.getDataSource()).prepare(own);
        return own;
    }

    private MigrationScripts scan() {
        return ScriptScan.of(configuration, undoLocations, configuration.getDataSource());
    }

    /** The versioned migrations that are applied, oldest first. */
    private List<Migration> applied() {
        return Arrays.stream(flyway().info().applied())
                .filter(info -> info.getVersion() != null)
                .map(MigrationRow::migration)
                .toList();
    }

    private static MigrationVersion versionOf(Migration migration) {
        return MigrationVersion.fromVersion(migration.version());
    }
}
