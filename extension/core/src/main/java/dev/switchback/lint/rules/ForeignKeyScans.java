package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.ConstraintState.Sort;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.List;
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
        return Stream.concat(table.addedConstraints().values().stream(), Work.enforced(table))
                .filter(constraint ->
                        constraint.sort() == Sort.FOREIGN_KEY && constraint.isValidated() && !constraint.isOfParent())
                .filter(constraint -> Work.mayHaveRows(table)
                        && !isReadForIndexesAlone(table)
                        && !(Work.isMadeAnew(constraint, table) && Work.isRewritten(table, place.statement()))
                        && Work.isChecked(constraint, table, place.statement()))
                .map(constraint -> finding(place, constraint, table, safer));
    }

    private static LintFinding finding(Place place, ConstraintState constraint, TableEffect table, SaferWays safer) {
        boolean isOfItself = constraint.referenced().equals(table.table());
        String tables = isOfItself ? table.table() : table.table() + " and " + constraint.referenced();
        boolean isOld =
                Work.isMadeAnew(constraint, table) || !table.addedConstraints().containsValue(constraint);
        return place.finding("%s keeps writes to %s waiting while all rows are checked"
                        .formatted(
                                isOld
                                        ? "checking foreign key " + constraint.name() + " anew"
                                        : "adding foreign key " + constraint.name(),
                                tables))
                .because(
                        "SHARE ROW EXCLUSIVE %s; each row of %s is looked up in %s."
                                .formatted(
                                        isOfItself
                                                ? "lock on %s, or a stronger one".formatted(tables)
                                                : "locks on %s, or stronger ones".formatted(tables),
                                        table.table(),
                                        constraint.referenced()),
                        "%s locked as long as the check takes, which grows with the referring table."
                                .formatted(isOfItself ? "The table stays" : "Both tables stay"))
                .safer(isOld ? List.of() : Work.saferWay(constraint, table, safer));
    }

    /** A column that comes with its foreign key, and with no value, needs no check; the rows are read for another part of the statement. */
    private static boolean isReadForIndexesAlone(TableEffect table) {
        return table.scans() > 0
                && table.scans() + table.lookups() <= table.addedIndexes().size();
    }
}
