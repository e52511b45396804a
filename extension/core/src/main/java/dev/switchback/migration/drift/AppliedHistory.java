package dev.switchback.migration.drift;

import dev.switchback.migration.script.HistoryTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The content of Flyway's history of a database, read without Flyway, whose callbacks and session settings have no business there.
 *
 * @param table where it was read
 * @param versions the versioned migrations that are applied
 * @param repeatables the repeatable migrations that have run, by their descriptions, as they were when they ran last
 * @param baseline up to which nothing is recorded; empty if everything is
 * @param failed the scripts that failed and were never repaired
 */
record AppliedHistory(
        HistoryTable table,
        TreeMap<MigrationVersion, Entry> versions,
        Map<String, Entry> repeatables,
        Optional<MigrationVersion> baseline,
        List<String> failed) {

    /** A script that has run, with Flyway's checksum of it, which Java migrations mostly lack. */
    record Entry(String script, Optional<Integer> checksum) {

        /** Whether the migration is another one now, as far as checksums tell. */
        boolean differsFrom(MigrationInfo now) {
            return checksum.isPresent() && !checksum.equals(Optional.ofNullable(now.getChecksum()));
        }
    }

    /** Reads it in the transaction that is open. */
    static AppliedHistory read(HistoryTable table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(table.select(connection))) {
            return new Reading(table).of(rows);
        }
    }

    /** A history that begins with a baseline and has nothing else. */
    static AppliedHistory ofBaseline(HistoryTable table, MigrationVersion version) {
        return new AppliedHistory(table, new TreeMap<>(), Map.of(), Optional.of(version), List.of());
    }

    /** Whether a migration of this version has had its effect there. */
    boolean has(MigrationVersion version) {
        return versions.containsKey(version)
                || baseline.filter(newest -> version.compareTo(newest) <= 0).isPresent();
    }

    /** The newest version, a baseline included. */
    String newest() {
        Optional<MigrationVersion> last = versions.isEmpty() ? Optional.empty() : Optional.of(versions.lastKey());
        return last.filter(version ->
                        baseline.filter(up -> up.compareTo(version) > 0).isEmpty())
                .or(() -> baseline)
                .map(MigrationVersion::getVersion)
                .orElse("");
    }

    /** Goes through the rows, a later one of which may take back what an earlier one says. */
    private static final class Reading {

        private final HistoryTable table;
        private final TreeMap<MigrationVersion, Entry> versions = new TreeMap<>();
        private final Map<String, Entry> repeatables = new HashMap<>();
        private final List<String> failed = new ArrayList<>();
        private Optional<MigrationVersion> baseline = Optional.empty();

        Reading(HistoryTable table) {
            this.table = table;
        }

        AppliedHistory of(ResultSet rows) throws SQLException {
            while (rows.next()) {
                String type = rows.getString("type");
                String version = rows.getString("version");
                String script = rows.getString("script");
                int checksum = rows.getInt("checksum");
                Entry entry = new Entry(script, rows.wasNull() ? Optional.empty() : Optional.of(checksum));
                if (!rows.getBoolean("success")) {
                    failed.add(entry.script());
                } else if (version != null) {
                    versioned(type, MigrationVersion.fromVersion(version), entry);
                } else if (!type.equals("SCHEMA") && !type.equals("TABLE")) {
                    repeatable(type, rows.getString("description"), entry);
                }
            }
            return new AppliedHistory(table, versions, repeatables, baseline, failed);
        }

        private void versioned(String type, MigrationVersion version, Entry entry) {
            if (type.equals("DELETE") || type.startsWith("UNDO")) {
                versions.remove(version);
            } else if (type.endsWith("BASELINE")) {
                baseline = Optional.of(version);
            } else {
                versions.put(version, entry);
                failed.remove(entry.script());
            }
        }

        private void repeatable(String type, String description, Entry entry) {
            if (type.equals("DELETE")) {
                repeatables.remove(description);
            } else {
                repeatables.put(description, entry);
            }
        }
    }
}
