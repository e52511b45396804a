package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** A partition that is detached under the strongest lock on the whole table. */
final class PartitionDetached extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "partition-detached-not-concurrent",
            "a partition is detached while the whole table waits",
            Severity.NOTICE,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        boolean isDetached = !table.isNew()
                && !place.statement().isPartlySeen()
                && table.before().filter(before -> !before.bound().isEmpty()).isPresent()
                && table.after().filter(after -> after.bound().isEmpty()).isPresent();
        return isDetached
                ? Stream.of(place.finding("detaching %s locks all of %s"
                                .formatted(
                                        table.table(),
                                        table.before().orElseThrow().parent()))
                        .because(
                                "Reads and writes of all partitions wait.",
                                "The lock is short, but who waits for it keeps everybody behind it waiting.")
                        .safer(safer.detachPartition(
                                table.table(), table.before().orElseThrow().parent())))
                : Stream.empty();
    }
}
