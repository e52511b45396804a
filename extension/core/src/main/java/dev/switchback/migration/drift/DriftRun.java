package dev.switchback.migration.drift;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.schema.Change;
import dev.switchback.schema.ChangeCategory;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;

/** Makes the schema that a database should have, and compares. */
final class DriftRun {

    private static final Set<ChangeCategory> ASIDE = Set.of(ChangeCategory.COLUMN_ORDER, ChangeCategory.COSMETIC);

    private final Configuration configuration;
    private final AppliedHistory history;
    private final MigrationScripts scripts;
    private final HistoryRun migrations;
    private final DriftRemarks remarks = new DriftRemarks();

    private record Original(Schema schema, AppliedHistory history) {}

    DriftRun(Configuration configuration, AppliedHistory history) {
        this.configuration = configuration;
        this.history = history;
        this.scripts = ScriptScan.of(configuration, List.of(), configuration.getDataSource());
        this.migrations = new HistoryRun(configuration, history, scripts);
    }

    static Drift between(DataSource database, Configuration configuration) {
        DataSource own = configuration.getDataSource();
        if (own == null) {
            throw new MigrationsException(
                    "Flyway is configured without a database. Give it an empty one, with dataSource(...).");
        }
        try (Connection there = database.getConnection();
                Connection here = own.getConnection()) {
            Original original = ReadOnlyTransaction.on(there, () -> {
                Schema schema = Schema.read(there);
                EmptyDatabaseCheck.check(Schema.read(here), schema);
                return new Original(schema, history(there, configuration));
            });
            return new DriftRun(configuration, original.history()).compare(there, here, original.schema());
        } catch (SQLException e) {
            throw new MigrationsException("The databases cannot be compared: " + e.getMessage(), e);
        }
    }

    private static AppliedHistory history(Connection there, Configuration configuration) throws SQLException {
        HistoryTable table = HistoryTable.of(configuration, configuration.getTable(), there);
        if (!table.exists(there)) {
            throw new MigrationsException(
                    """
                    The database has no table %s, or its role may not see it: Flyway's history says what was applied there.

                    If the history is in another table or schema, configure Flyway with its table(...) or defaultSchema(...). If there is none,
                    migrate a database to the version that this one should have, with @TestDatabase(target = "..."), and compare the two schemas."""
                            .formatted(table.qualifiedName()));
        }
        return AppliedHistory.read(table, there);
    }

    /** Runs the migrations of the history in an empty database, and compares what they make with what was found. */
    Drift compare(Connection there, Connection here, Schema found) throws SQLException {
        remarks.onServers(there.getMetaData(), here.getMetaData());
        return compare(here, found);
    }

    private Drift compare(Connection here, Schema found) {
        Map<String, MigrationInfo> repeatables = new TreeMap<>();
        Map<MigrationVersion, MigrationInfo> versioned = new TreeMap<>();
        for (MigrationInfo info : QuietFlyway.load(Flyway.configure(configuration.getClassLoader())
                        .configuration(configuration)
                        .validateMigrationNaming(false))
                .info()
                .all()) {
            if (info.getVersion() == null) {
                repeatables.put(info.getDescription(), info);
            } else {
                versioned.put(info.getVersion(), info);
            }
        }
        remarks.onHistory(history, versioned);
        Set<String> changed = new TreeSet<>();
        history.repeatables().forEach((description, entry) -> {
            MigrationInfo now = repeatables.get(description);
            if (now == null) {
                remarks.onUnknown(entry);
            } else if (entry.differsFrom(now)) {
                changed.add(description);
            }
        });
        Set<String> unchanged = history.repeatables().keySet().stream()
                .filter(description -> !changed.contains(description))
                .collect(toSet());
        Schema expected = migrations.run(here, unchanged);
        Set<String> unknowable = changed.isEmpty() ? Set.of() : madeBy(changed, expected, here);
        return drift(expected, found.without(history.table().qualifiedName()), unknowable);
    }

    private Drift drift(Schema expected, Schema found, Set<String> unknowable) {
        SchemaDiff all = SchemaDiff.between(expected, found)
                .only(change -> !unknowable.contains(change.name().qualified()));
        SchemaDiff drifted = all.only(change -> !ASIDE.contains(change.category()));
        int aside = all.changes().size() - drifted.changes().size();
        remarks.onAside(aside);
        List<Migration> pending = scripts.migrations().stream()
                .filter(migration -> !history.has(MigrationVersion.fromVersion(migration.version())))
                .toList();
        return new Drift(drifted, history.newest(), pending, remarks.all());
    }

    /** The objects of changed repeatable migrations: what these made there is no longer known. */
    private Set<String> madeBy(Set<String> changed, Schema before, Connection here) {
        String files = changed.stream()
                .map(description -> history.repeatables().get(description))
                .map(entry -> entry == null ? "" : entry.script())
                .collect(joining(", "));
        try {
            Set<String> made =
                    SchemaDiff.between(
                                    before,
                                    migrations.run(here, history.repeatables().keySet()))
                            .changes()
                            .stream()
                            .map(Change::name)
                            .map(ObjectName::qualified)
                            .collect(toSet());
            remarks.onChanged(files, made);
            return made;
        } catch (MigrationsException asItIsNow) {
            remarks.onUnrunnable(files, asItIsNow);
            return Set.of();
        }
    }
}
