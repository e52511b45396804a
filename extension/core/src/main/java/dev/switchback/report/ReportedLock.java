package dev.switchback.report;

import dev.switchback.lint.MigrationLocks;
import dev.switchback.lint.effect.Blocked;

/**
 * The strongest lock that a migration takes on a table.
 *
 * @param table its qualified name
 * @param waits what others do that waits for it
 * @param mode what the server calls it
 * @param line where the statement begins that takes it; 0 if unknown
 */
public record ReportedLock(String table, Blocked waits, String mode, int line) {

    static ReportedLock of(MigrationLocks.OnTable lock) {
        return new ReportedLock(lock.table(), lock.blocked(), lock.mode(), lock.line());
    }

    /** The work that waits, in data: {@code schema-changes}. */
    String waitsId() {
        return switch (waits) {
            case NOTHING -> "nothing";
            case SCHEMA_CHANGES -> "schema-changes";
            case WRITES -> "writes";
            case READS_AND_WRITES -> "reads-and-writes";
        };
    }
}
