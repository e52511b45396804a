package dev.switchback.lint.rules;

import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.IndexState;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import java.util.Map;
import java.util.Optional;

/** The questions that several rules ask about work that takes longer the more rows a table has. */
final class Work {

    private Work() {}

    /** Whether the table has rows that the migration did not know of when it began, or that it has written since. */
    static boolean mayHaveRows(TableEffect table) {
        return !table.isNew() || table.rows().read() > 0;
    }

    /** Whether all rows were read while others could not write. */
    static boolean isScannedUnderLock(TableEffect table) {
        return mayHaveRows(table) && table.scans() > 0 && table.blocked().stopsWrites();
    }

    /** The constraint that an index came with; empty if it is an index of its own, or an older one. */
    static Optional<ConstraintState> constraintOf(long index, TableEffect table) {
        return table.addedConstraints().values().stream()
                .filter(constraint -> constraint.index() == index)
                .filter(constraint -> constraint.sort() != ConstraintState.Sort.FOREIGN_KEY)
                .findFirst();
    }

    /** Whether a statement has built an index that had not been there, with writes waiting. */
    static boolean isBuiltUnderLock(Map.Entry<Long, IndexState> index, TableEffect table, StatementEffects statement) {
        return mayHaveRows(table) && !statement.isPartlySeen() && table.scans() > 0;
    }

    /** {@code ACCESS EXCLUSIVE lock on public.orders: reads and writes wait}. */
    static String lock(TableEffect table) {
        String mode = table.mode().isEmpty() ? "The lock" : table.mode() + " lock";
        return "%s on %s: %s wait"
                .formatted(mode, table.table(), table.blocked().words());
    }

    /** How the rows of the table were read, in words. */
    static String scan(TableEffect table) {
        return table.rows().read() == 0
                ? "all rows are read (the table is empty here)"
                : "all rows are read (%d here)".formatted(table.rows().read());
    }
}
