package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ConstraintState.Sort;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** An exclusion constraint on a table with rows. */
final class ExclusionBuildsIndex extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "exclusion-builds-index",
            "an exclusion constraint builds its index under a lock",
            Severity.FAIL,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        return Work.mayHaveRows(table) && Work.isReadThrough(table, place.statement())
                ? table.addedConstraints().values().stream()
                        .filter(constraint -> constraint.sort() == Sort.EXCLUSION
                                && !constraint.isOfParent()
                                && !Work.isMadeAnew(constraint, table))
                        .map(
                                constraint -> place.finding(
                                                "adding exclusion constraint %s builds its index while %s is locked"
                                                        .formatted(constraint.name(), table.table()))
                                        .because(
                                                Work.lock(table) + " while " + Work.scan(table, place.statement())
                                                        + ".",
                                                "The table is locked as long as the index is built, and there is no way to add such a constraint without that. Plan a time in which nobody writes, or make a new table with it and copy the rows."))
                : Stream.empty();
    }
}
