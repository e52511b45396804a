package dev.switchback.cli;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationRow;
import dev.switchback.migration.MigrationTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationState;

/**
 * The status of a database: what is applied, what is pending, and what broke off.
 *
 * @param applied its history
 * @param pending what is not applied yet
 * @param troubles sentences on what was left by something that broke off, or goes on
 */
record DatabaseStatus(MigrationTable applied, MigrationTable pending, List<String> troubles) {

    DatabaseStatus {
        troubles = List.copyOf(troubles);
    }

    /** Only reads. */
    static DatabaseStatus of(TargetDatabase target) {
        MigrationTable history = target.migrations().history();
        MigrationTable pending = target.migrations().pending();
        try (Connection connection = target.source().getConnection()) {
            connection.setReadOnly(true);
            List<String> troubles = new ArrayList<>();
            history.rows().stream()
                    .flatMap(row -> trouble(row, target).stream())
                    .forEach(troubles::add);
            troubles.addAll(UnfinishedWork.in(target, connection));
            return new DatabaseStatus(history, pending, troubles);
        } catch (SQLException e) {
            throw CommandException.environment("The database cannot be read: " + e.getMessage());
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
                    + target.flyway().getConfiguration().getTable() + " WHERE NOT success;");
        }
        if (state == MigrationState.MISSING_SUCCESS || state == MigrationState.FUTURE_SUCCESS) {
            return Optional.of(name + " is applied, but its file is not among the migrations.");
        }
        return Optional.empty();
    }

    static String name(Migration migration) {
        return migration.version().isEmpty() ? migration.script() : migration.displayName();
    }

    /** Whether there is nothing to do and nothing to mend. */
    boolean isSettled() {
        return pending.isEmpty() && troubles.isEmpty();
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
        troubles.forEach(trouble -> text.append(trouble).append('\n'));
        return text.toString();
    }
}
