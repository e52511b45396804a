package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.ConstraintState.Sort;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** A CHECK constraint that is added and checked at once. */
final class CheckScans extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "check-scans",
            "a CHECK is added and all rows are checked under the same lock",
            Severity.FAIL,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        return table.addedConstraints().values().stream()
                .filter(constraint ->
                        constraint.sort() == Sort.CHECK && constraint.isValidated() && !constraint.isOfParent())
                .filter(constraint -> Work.mayHaveRows(table)
                        && !table.isRewritten()
                        && Work.isChecked(constraint, table, place.statement()))
                .map(constraint -> finding(place, constraint, table, safer));
    }

    private static LintFinding finding(Place place, ConstraintState constraint, TableEffect table, SaferWays safer) {
        boolean isAnew = Work.isMadeAnew(constraint, table);
        return place.finding("%s reads all rows of %s under a lock"
                        .formatted(
                                isAnew
                                        ? "checking " + constraint.name() + " anew"
                                        : "adding CHECK " + constraint.name(),
                                table.table()))
                .because(
                        Work.lock(table) + " while " + Work.scan(table) + ".",
                        "The lock is held as long as the check takes, which grows with the table.")
                .safer(Work.saferWay(constraint, table, safer));
    }
}
