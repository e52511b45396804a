package dev.switchback.cli;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationRow;
import dev.switchback.migration.MigrationStanding;
import dev.switchback.migration.MigrationTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationState;

/**
 * The status of a database: what is applied, what is pending, and what broke off.
 *
 * @param applied its history
 * @param pending what is not applied yet
 * @param broken sentences on what was left by something that broke off
 * @param goingOn sentences on sessions that migrate it just now
 */
record DatabaseStatus(MigrationTable applied, MigrationTable pending, List<String> broken, List<String> goingOn) {

    DatabaseStatus {
        broken = List.copyOf(broken);
        goingOn = List.copyOf(goingOn);
    }

    /** Only reads, over one connection. */
    static DatabaseStatus of(TargetDatabase target) {
        try (OneConnection database = connect(target)) {
            Connection connection = database.getConnection();
            OperatingOptions.requirePostgres(connection);
            MigrationStanding standing = target.migrations(database).standing();
            List<String> broken = new ArrayList<>();
            standing.history().rows().stream()
                    .flatMap(row -> trouble(row, target).stream())
                    .forEach(broken::add);
            connection.setReadOnly(true);
            broken.addAll(UnfinishedWork.in(target, connection));
            return new DatabaseStatus(
                    standing.history(), standing.pending(), broken, UnfinishedWork.goingOn(connection));
        } catch (SQLException e) {
            throw CommandException.environment("The database cannot be read: " + e.getMessage());
        }
    }

    private static OneConnection connect(TargetDatabase target) {
        try {
            return OneConnection.to(target.source());
        } catch (SQLException e) {
            throw OperatingOptions.unreachable(e);
        }
    }

    private static Optional<String> trouble(MigrationRow row, TargetDatabase target) {
        String name = name(row.migration());
        MigrationState state = row.state();
        if (state == MigrationState.FAILED
                || state == MigrationState.FUTURE_FAILED
                || state == MigrationState.MISSING_FAILED) {
            return Optional.of(name + " failed, and what it did outside a transaction may be there in part."
                    + " Bring that back by hand, then take its row out of the history: DELETE FROM "
                    + target.settings().getTable() + " WHERE NOT success;");
        }
        if (state == MigrationState.MISSING_SUCCESS || state == MigrationState.FUTURE_SUCCESS) {
            return Optional.of(name + " is applied, but its file is not among the migrations.");
        }
        return Optional.empty();
    }

    static String name(Migration migration) {
        return migration.version().isEmpty() ? migration.script() : migration.displayName();
    }

    /** All that was left by something that broke off, or goes on. */
    List<String> troubles() {
        return Stream.concat(broken.stream(), goingOn.stream()).toList();
    }

    /** Whether there is nothing to do and nothing to mend. */
    boolean isSettled() {
        return pending.isEmpty() && troubles().isEmpty();
    }

    /** The newest version that is applied; empty if none is. */
    Optional<Migration> newest() {
        return TargetDatabase.newest(applied.applied());
    }

    /** In words: what is applied, what is pending, and what is to be mended. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(newest().map(migration -> "The database is at " + name(migration) + ".")
                .orElse("No versioned migration is applied."));
        int count = pending.rows().size();
        if (count == 0) {
            text.append(" Nothing is pending.\n");
        } else {
            text.append(count == 1 ? " 1 migration is pending: " : " " + count + " migrations are pending: ")
                    .append(pending.migrations().stream()
                            .map(DatabaseStatus::name)
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        troubles().forEach(trouble -> text.append(trouble).append('\n'));
        return text.toString();
    }
}
