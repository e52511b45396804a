package dev.switchback.migration.drift;

import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.drift.AppliedHistory.Entry;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Notes for the reader beside the differences, in the order in which they came up. */
final class DriftRemarks {

    private final List<String> all = new ArrayList<>();

    List<String> all() {
        return all;
    }

    void onServers(DatabaseMetaData there, DatabaseMetaData here) throws SQLException {
        if (there.getDatabaseMajorVersion() != here.getDatabaseMajorVersion()) {
            all.add(
                    """
                    The database is of version %1$s, and the migrations ran on version %2$s, which may word the same definition in another way:
                    @TestDatabase(version = "%1$s") runs them on that version."""
                            .formatted(there.getDatabaseMajorVersion(), here.getDatabaseMajorVersion()));
        }
    }

    /** Compares with the versioned migrations as they are now. */
    void onHistory(AppliedHistory history, Map<MigrationVersion, MigrationInfo> versioned) {
        history.baseline()
                .ifPresent(version ->
                        all.add("The history begins with a baseline: the migrations up to V%s were taken as applied."
                                .formatted(version)));
        history.versions().forEach((version, entry) -> {
            MigrationInfo now = versioned.get(version);
            if (now == null) {
                onUnknown(entry);
            } else if (entry.differsFrom(now)) {
                all.add(entry.script() + " was edited after it had run there: Flyway's checksum is another one.");
            }
        });
        history.failed()
                .forEach(script -> all.add(script + " failed there, and what it had done by then may be there."));
    }

    void onUnknown(Entry entry) {
        all.add(entry.script() + " has run there, but is not among the migrations.");
    }

    void onChanged(String files, Set<String> made) {
        all.add("Changed since it ran there: %s. So it is not known what it made there, and not compared: %s."
                .formatted(files, made.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(made))));
    }

    void onUnrunnable(String files, MigrationsException asItIsNow) {
        Throwable root = asItIsNow;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        all.add(
                "Changed since it ran there: %s. It cannot run as it is now, so what it made there shows as a difference: %s"
                        .formatted(
                                files,
                                String.valueOf(root.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")));
    }

    void onAside(int differences) {
        if (differences > 0) {
            all.add("Left aside: %d difference%s of column order or layout alone."
                    .formatted(differences, differences == 1 ? "" : "s"));
        }
    }
}
