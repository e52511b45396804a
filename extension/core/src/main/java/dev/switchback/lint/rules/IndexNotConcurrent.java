package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** An index that is built while writes wait. */
final class IndexNotConcurrent extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "index-not-concurrent", "an index is built while writes wait", Severity.FAIL, LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        return table.addedIndexes().entrySet().stream()
                .filter(index -> Work.isBuiltUnderLock(index, table, place.statement()))
                .filter(index -> Work.constraintOf(index.getKey(), table)
                        .filter(constraint -> !constraint.isOfParent() || !PartitionScanned.isAttached(table))
                        .isEmpty())
                .filter(index ->
                        !table.isRewritten() && !place.statement().isDoneToParent(table, IndexNotConcurrent::getsIndex))
                .map(index -> place.finding("building index %s keeps writes to %s waiting"
                                .formatted(index.getValue().name(), table.table()))
                        .because(
                                Work.lock(table) + " while " + Work.scan(table, place.statement()) + ".",
                                "Every INSERT, UPDATE and DELETE on the table waits until the index is built and the transaction has ended.")
                        .safer(safer.index(index.getValue(), table.after().orElseThrow())));
    }

    private static boolean getsIndex(TableEffect table) {
        return !table.addedIndexes().isEmpty();
    }
}
