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

/** A foreign key that is added and checked at once. */
final class ForeignKeyScans extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "foreign-key-scans",
            "a foreign key is added and all rows are checked under the same locks",
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
                        constraint.sort() == Sort.FOREIGN_KEY && constraint.isValidated() && !constraint.isOfParent())
                .filter(constraint -> Work.mayHaveRows(table)
                        && !isReadForIndexesAlone(table)
                        && !(Work.isMadeAnew(constraint, table) && table.isRewritten())
                        && Work.isChecked(constraint, table, place.statement()))
                .map(constraint -> finding(place, constraint, table, safer));
    }

    private static LintFinding finding(Place place, ConstraintState constraint, TableEffect table, SaferWays safer) {
        boolean isAnew = Work.isMadeAnew(constraint, table);
        return place.finding("%s keeps writes to %s and %s waiting while all rows are checked"
                        .formatted(
                                isAnew
                                        ? "checking foreign key " + constraint.name() + " anew"
                                        : "adding foreign key " + constraint.name(),
                                table.table(),
                                constraint.referenced()))
                .because(
                        "SHARE ROW EXCLUSIVE locks on %s and %s, or stronger ones; each row of %s is looked up in %s."
                                .formatted(
                                        table.table(), constraint.referenced(), table.table(), constraint.referenced()),
                        "Both tables stay locked as long as the check takes, which grows with the referring table.")
                .safer(Work.saferWay(constraint, table, safer));
    }

    /** A column that comes with its foreign key, and with no value, needs no check; the rows are read for another part of the statement. */
    private static boolean isReadForIndexesAlone(TableEffect table) {
        return table.scans() > 0
                && table.scans() + table.lookups() <= table.addedIndexes().size();
    }
}
