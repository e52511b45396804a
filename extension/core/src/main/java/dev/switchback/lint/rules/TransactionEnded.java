package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.migration.Severity;
import java.util.List;

/** A script that commits, or rolls back, before Flyway does. */
final class TransactionEnded implements EffectCheck {

    private static final LintRule RULE = new LintRule(
            "transaction-ended-within", "a script ends its transaction by itself", Severity.FAIL, LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        return migration.statements().stream()
                .filter(StatementEffects::endsTransaction)
                .map(
                        statement -> new Place(this, migration, statement)
                                .finding("the script ends the transaction in which it runs")
                                .because(
                                        "What ran before is committed, or rolled back, here.",
                                        "If a later statement fails, the migration has half been done, Flyway's history says nothing about it, and running it again begins at the first statement. Leave transactions to Flyway, and cut the script in two."))
                .toList();
    }
}
