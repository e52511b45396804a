package dev.switchback.report;

import dev.switchback.lint.MigrationLocks;
import java.util.List;

/**
 * The locks of a migration on tables that were there before it.
 *
 * @param isKnown whether it was looked for them; the lint does
 * @param tables the strongest lock on each table, the strongest first
 * @param unseen lines of statements whose locks were not seen, because they run outside a transaction
 */
public record ReportedLocks(boolean isKnown, List<ReportedLock> tables, List<Integer> unseen) {

    /** Nobody looked. */
    static final ReportedLocks UNKNOWN = new ReportedLocks(false, List.of(), List.of());

    public ReportedLocks {
        tables = List.copyOf(tables);
        unseen = List.copyOf(unseen);
    }

    static ReportedLocks of(MigrationLocks locks) {
        return new ReportedLocks(
                true, locks.tables().stream().map(ReportedLock::of).toList(), locks.unseen());
    }
}
