package dev.switchback.statements;

import dev.switchback.migration.Migration;
import dev.switchback.migration.RowsAt;
import dev.switchback.migration.script.UnknownVersion;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The migrations between the old schema and the new one.
 *
 * @param old the one that made the old schema
 * @param migrations those behind it, the last of which makes the new one
 * @param isNewest whether there are no others after that
 */
record VersionWindow(Migration old, List<Migration> migrations, boolean isNewest) {

    /**
     * The window that settings name.
     *
     * @throws StatementException if a version is no migration's, or there is nothing between them
     */
    static VersionWindow of(StatementSettings settings, List<Migration> all) {
        if (all.size() < 2) {
            throw new StatementException(
                    "There %s, and so no schema that a previous version of the application could have been made for. Two migrations are the fewest."
                            .formatted(all.isEmpty() ? "is no migration" : "is one migration"));
        }
        int to = settings.to().isEmpty() ? all.size() - 1 : index("to", settings.to(), all);
        int from = settings.from().isEmpty() ? to - 1 : index("from", settings.from(), all);
        if (from < 0) {
            throw new StatementException(
                    "from, to: no migration is before version %s, so there is no older schema. Let to be a later version."
                            .formatted(all.get(to).version()));
        }
        if (from >= to) {
            throw new StatementException(
                    "from, to: no migration is after version %s and up to %s, so there is no change to be survived. Let from be the version before the first new migration."
                            .formatted(all.get(from).version(), all.get(to).version()));
        }
        settings.rows().forEach(rows -> checkThatTheyAreOld(rows, all.get(from)));
        return new VersionWindow(all.get(from), List.copyOf(all.subList(from + 1, to + 1)), to == all.size() - 1);
    }

    private static int index(String setting, String version, List<Migration> all) {
        int index = all.stream()
                .map(migration -> MigrationVersion.fromVersion(migration.version()))
                .toList()
                .indexOf(MigrationVersion.fromVersion(version));
        if (index < 0) {
            throw new StatementException("%s: it is %s, %s"
                    .formatted(setting, version, UnknownVersion.in(all).text(version)));
        }
        return index;
    }

    private static void checkThatTheyAreOld(RowsAt rows, Migration old) {
        if (rows.after().compareTo(MigrationVersion.fromVersion(old.version())) > 0) {
            throw new StatementException(
                    "There are rows for version %s, but the previous version of the application runs on the schema of version %s and meets only rows of that one or an older one. Lower the rows' version, or raise from."
                            .formatted(rows.version(), old.version()));
        }
    }
}
