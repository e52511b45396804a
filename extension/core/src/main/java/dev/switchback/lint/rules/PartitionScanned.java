package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** A partition that is attached with all rows checked, its own or those of the default partition. */
final class PartitionScanned extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "partition-attach-scans",
            "a table is attached as a partition and all its rows are checked under a lock",
            Severity.FAIL,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        return hasAnotherBound(table)
                        && Work.isScannedUnderLock(table, place.statement())
                        && table.scans() > table.addedIndexes().size()
                ? Stream.of(place.finding("all rows of %s are checked under a lock, whether they belong there"
                                .formatted(table.table()))
                        .because(
                                Work.lock(table) + " while " + Work.scan(table, place.statement()) + ".",
                                "The lock is held as long as the check takes. A validated CHECK with the condition of the partition spares that.")
                        .safer(safer.partition(table.after().orElseThrow(), isAttached(table))))
                : Stream.empty();
    }

    private static boolean hasAnotherBound(TableEffect table) {
        return table.before().isPresent()
                && table.after().isPresent()
                && !table.before().get().bound().equals(table.after().get().bound());
    }

    /** Whether a table has become a partition. */
    static boolean isAttached(TableEffect table) {
        return hasAnotherBound(table)
                && !table.before()
                        .orElseThrow()
                        .parent()
                        .equals(table.after().orElseThrow().parent());
    }
}
