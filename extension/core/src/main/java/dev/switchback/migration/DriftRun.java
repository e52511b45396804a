package dev.switchback.migration;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.switchback.migration.AppliedHistory.Entry;
import dev.switchback.schema.Change;
import dev.switchback.schema.Nature;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Set<Nature> ASIDE = Set.of(Nature.COLUMN_ORDER, Nature.COSMETIC);

    private final Configuration configuration;
    private final AppliedHistory history;
    private final MigrationScripts scripts;
    private final HistoryRun migrations;
    private final List<String> remarks = new ArrayList<>();

    private DriftRun(Configuration configuration, AppliedHistory history) {
        this.configuration = configuration;
        this.history = history;
        this.scripts = ScriptScan.of(configuration, List.of(), configuration.getDataSource());
        this.migrations = new HistoryRun(configuration, history, scripts);
    }

    static Drift between(DataSource database, Configuration configuration) {
        try (Connection there = database.getConnection();
                Connection here = configuration.getDataSource().getConnection()) {
            Schema found = Schema.read(there);
            ThrowAway.check(Schema.read(here), found);
            DriftRun run = new DriftRun(configuration, history(there, configuration));
            run.compareVersions(there, here);
            return run.compare(here, found);
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
        return AppliedHistory.read(there, configuration);
    }

    private Drift compare(Connection here, Schema found) {
        Map<String, MigrationInfo> repeatables = new TreeMap<>();
        Map<MigrationVersion, MigrationInfo> versioned = new TreeMap<>();
        for (MigrationInfo info : Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .validateMigrationNaming(false)
                .load()
                .info()
                .all()) {
            if (info.getVersion() == null) {
                repeatables.put(info.getDescription(), info);
            } else {
                versioned.put(info.getVersion(), info);
            }
        }
        remarkOnVersions(versioned);
        Set<String> changed = new TreeSet<>();
        history.repeatables().forEach((description, entry) -> {
            MigrationInfo now = repeatables.get(description);
            if (now == null) {
                remarks.add(unknown(entry));
            } else if (isEdited(entry, now)) {
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
        SchemaDiff drifted = all.only(change -> !ASIDE.contains(change.nature()));
        int aside = all.changes().size() - drifted.changes().size();
        if (aside > 0) {
            remarks.add("Left aside: %d difference%s of column order or layout alone."
                    .formatted(aside, aside == 1 ? "" : "s"));
        }
        List<Migration> pending = scripts.migrations().stream()
                .filter(migration -> !history.has(MigrationVersion.fromVersion(migration.version())))
                .toList();
        return new Drift(drifted, history.newest(), pending, remarks);
    }

    private void remarkOnVersions(Map<MigrationVersion, MigrationInfo> versioned) {
        history.baseline()
                .ifPresent(version -> remarks.add(
                        "The history begins with a baseline: the migrations up to V%s were taken as applied."
                                .formatted(version)));
        history.versions().forEach((version, entry) -> {
            MigrationInfo now = versioned.get(version);
            if (now == null) {
                remarks.add(unknown(entry));
            } else if (isEdited(entry, now)) {
                remarks.add(entry.script() + " was edited after it had run there: Flyway's checksum is another one.");
            }
        });
        history.failed()
                .forEach(script -> remarks.add(script + " failed there, and what it had done by then may be there."));
    }

    private static String unknown(Entry entry) {
        return entry.script() + " has run there, but is not among the migrations.";
    }

    private static boolean isEdited(Entry entry, MigrationInfo now) {
        return entry.checksum().isPresent() && !entry.checksum().equals(Optional.ofNullable(now.getChecksum()));
    }

    private void compareVersions(Connection there, Connection here) throws SQLException {
        int theirs = there.getMetaData().getDatabaseMajorVersion();
        int ours = here.getMetaData().getDatabaseMajorVersion();
        if (theirs != ours) {
            remarks.add(
                    """
                    The database is of version %1$d, and the migrations ran on version %2$d, which may word the same definition in another way:
                    @TestDatabase(version = "%1$d") runs them on that version."""
                            .formatted(theirs, ours));
        }
    }

    /** What changed repeatable migrations made there is no longer known: these are the objects it is about. */
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
            remarks.add("Changed since it ran there: %s. So it is not known what it made there, and not compared: %s."
                    .formatted(files, made.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(made))));
            return made;
        } catch (MigrationsException asItIsNow) {
            remarks.add(
                    "Changed since it ran there: %s. It is not known what it made there, so that shows as a difference: %s"
                            .formatted(files, asItIsNow.getMessage()));
            return Set.of();
        }
    }
}
