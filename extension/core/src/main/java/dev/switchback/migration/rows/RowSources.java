package dev.switchback.migration.rows;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RowsAt;
import dev.switchback.migration.script.UnknownVersion;
import dev.switchback.provision.Database;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.flywaydb.core.api.MigrationVersion;

/** The sources of rows, each with the migration after which it inserts them. */
@API(status = API.Status.INTERNAL)
public final class RowSources {

    private final List<MigrationVersion> versions;
    private final List<RowsAt> rows;

    /**
     * Prepares rows for migrations.
     *
     * @throws MigrationsException if there are rows for a version that no migration has
     */
    public RowSources(List<RowsAt> rows, List<Migration> migrations) {
        this.versions = migrations.stream()
                .map(migration -> MigrationVersion.fromVersion(migration.version()))
                .toList();
        this.rows = rows;
        rows.stream().filter(at -> !versions.contains(at.after())).findFirst().ifPresent(at -> {
            throw new MigrationsException("There are rows for version " + at.version() + ", "
                    + UnknownVersion.in(migrations).text(at.version()));
        });
    }

    /** The indexes of the migrations after which rows come in, in order. */
    public List<Integer> indexes() {
        return rows.stream()
                .map(at -> versions.indexOf(at.after()))
                .distinct()
                .sorted()
                .toList();
    }

    /** How many migrations are behind when the next rows come in; at most {@code until}. */
    public int nextAfter(int done, int until) {
        return indexes().stream()
                .map(index -> index + 1)
                .filter(count -> count > done && count < until)
                .findFirst()
                .orElse(until);
    }

    /** Inserts what comes in after the first {@code count} migrations; returns whether there was anything. */
    public boolean insertAfter(int count, Database database) {
        List<RowsAt> here = rows.stream()
                .filter(at -> versions.indexOf(at.after()) == count - 1)
                .toList();
        here.forEach(at -> insert(at, database));
        return !here.isEmpty();
    }

    static void insert(RowsAt at, Database database) {
        try {
            at.source().insert(database.dataSource());
        } catch (SQLException e) {
            throw new MigrationsException(
                    "The rows for version " + at.version() + " cannot be inserted: " + e.getMessage(), e);
        }
    }

    /** The rows in the order of their versions. */
    public static List<RowsAt> inOrder(List<RowsAt> rows) {
        return rows.stream().sorted(Comparator.comparing(RowsAt::after)).toList();
    }

    /** The label of a row; empty if it has no name. */
    Optional<String> label(String table, Map<String, String> key) {
        return rows.stream()
                .flatMap(at -> at.source().label(table, key).stream())
                .findFirst();
    }
}
