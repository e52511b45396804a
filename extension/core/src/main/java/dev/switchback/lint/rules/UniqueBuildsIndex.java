package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ConstraintState.Sort;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.lint.effect.TableState;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** A key that is added with an index built under the same lock. */
final class UniqueBuildsIndex extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "unique-builds-index",
            "a UNIQUE or PRIMARY KEY constraint builds its index under a lock",
            Severity.FAIL,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        return Work.mayHaveRows(table)
                ? table.addedConstraints().values().stream()
                        .filter(constraint -> constraint.sort() == Sort.UNIQUE || constraint.sort() == Sort.PRIMARY_KEY)
                        .filter(constraint -> !constraint.isOfParent()
                                && table.addedIndexes().containsKey(constraint.index())
                                && !Work.isMadeAnew(constraint, table)
                                && Work.isReadThrough(table, place.statement()))
                        .map(constraint -> place.finding("adding %s %s builds its index while %s is locked"
                                        .formatted(constraint.definition(), constraint.name(), table.table()))
                                .because(
                                        Work.lock(table) + " while " + Work.scan(table, place.statement()) + ".",
                                        "The table is locked as long as the index is built. "
                                                + way(table.after().orElseThrow()))
                                .safer(Work.saferWay(
                                        constraint,
                                        new Earlier(place.migration()).replaced(constraint, table, place.statement()),
                                        table,
                                        safer)))
                : Stream.empty();
    }

    private static String way(TableState table) {
        return table.isPartitioned()
                ? "A unique index can be built on each partition concurrently, and attached to one that is made ON ONLY the table."
                : "An index that was built concurrently can be made the constraint's in a moment.";
    }
}
