package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.Blocked;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tables that were there, locked one after the other, each held while the next is waited for. */
final class SeveralTablesLocked implements EffectCheck {

    private static final LintRule RULE = new LintRule(
            "several-tables-locked",
            "several tables are locked one after the other in one transaction",
            Severity.NOTICE,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        Set<String> locked = new LinkedHashSet<>();
        List<LintFinding> findings = new ArrayList<>();
        for (StatementEffects statement : migration.statements()) {
            Set<String> here = statement
                    .old()
                    .filter(SeveralTablesLocked::isLocked)
                    .filter(table -> !statement.isDoneToParent(table, SeveralTablesLocked::isLocked))
                    .map(TableEffect::table)
                    .collect(Collectors.toCollection(TreeSet::new));
            here.removeAll(locked);
            if (!locked.isEmpty() && !here.isEmpty() && findings.isEmpty() && statement.isInTransaction()) {
                findings.add(
                        new Place(this, migration, statement)
                                .finding("%s waited for while %s locked".formatted(are(here), are(locked)))
                                .because(
                                        "Reads and writes of all these tables wait until the transaction ends.",
                                        "Whoever uses two of them in another order can get into a deadlock with the migration. Give each table a migration of its own."));
            }
            locked.addAll(here);
            if (!statement.isInTransaction() || statement.endsTransaction()) {
                locked.clear();
            }
        }
        return findings;
    }

    private static boolean isLocked(TableEffect table) {
        return table.taken() == Blocked.READS_AND_WRITES && !table.isGone();
    }

    private static String are(Set<String> tables) {
        return String.join(", ", tables) + (tables.size() == 1 ? " is" : " are");
    }
}
