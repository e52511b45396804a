package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ConstraintState.Sort;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.lint.effect.TableState;
import dev.switchback.migration.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several statements that each go through all rows of a table that was there, where one would have done so once for all of them. */
final class RowsReadAgain implements EffectCheck {

    private static final LintRule RULE = new LintRule(
            "rows-read-again",
            "several ALTER TABLE each go through all rows of a table",
            Severity.NOTICE,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        Set<String> readOnce = new HashSet<>();
        Set<String> found = new HashSet<>();
        List<LintFinding> findings = new ArrayList<>();
        for (StatementEffects statement : migration.statements()) {
            for (TableEffect table : statement.old().toList()) {
                if (table.writes()) {
                    // what comes behind it may need the rows that it has written
                    readOnce.remove(table.table());
                } else if (isAltered(table, statement) && !readOnce.add(table.table()) && found.add(table.table())) {
                    findings.add(finding(new Place(this, migration, statement), table));
                }
            }
        }
        return findings;
    }

    private static LintFinding finding(Place place, TableEffect table) {
        return place.finding("all rows of %s are gone through once more".formatted(table.table()))
                .because(
                        "An earlier statement of this migration has gone through them already.",
                        "One ALTER TABLE with all of these changes, separated by commas, goes through the rows once, and the table is locked for a shorter time.");
    }

    /** Whether what the statement did to the rows could have been done beside what another ALTER TABLE does. */
    private static boolean isAltered(TableEffect table, StatementEffects statement) {
        return (table.isRewritten() && !table.isOf(TableState.Kind.MATERIALIZED_VIEW))
                || (Work.isScannedUnderLock(table, statement)
                        && table.addedIndexes().isEmpty()
                        && (isChecked(table) || becomesNotNull(table)));
    }

    private static boolean isChecked(TableEffect table) {
        return table.addedConstraints().values().stream()
                .anyMatch(constraint -> constraint.sort() == Sort.CHECK && constraint.isValidated());
    }

    private static boolean becomesNotNull(TableEffect table) {
        return !table.columnsThat((before, after) -> !before.isNotNull() && after.isNotNull())
                .isEmpty();
    }
}
