package dev.switchback.lint.rules;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.schema.ObjectName;

/** The statement that findings are about. */
record Place(EffectCheck check, MigrationEffects migration, StatementEffects statement) {

    LintFinding finding(String problem) {
        return of(check.rule(), migration, problem).at(statement.line(), statement.sql());
    }

    /** A finding on the statement that changed or names an object, or on the migration as a whole if none is known to be it. */
    static LintFinding on(ObjectName object, LintRule rule, MigrationEffects migration, String problem) {
        return on(object, "", rule, migration, problem);
    }

    /** The same of one attribute of it. */
    static LintFinding on(
            ObjectName object, String attribute, LintRule rule, MigrationEffects migration, String problem) {
        LintFinding finding = of(rule, migration, problem);
        return Words.statementOn(object, attribute, migration)
                .map(statement -> finding.at(statement.line(), statement.sql()))
                .orElse(finding);
    }

    private static LintFinding of(LintRule rule, MigrationEffects migration, String problem) {
        return LintFinding.of(rule, migration.file(), 0, problem).of(migration.migration());
    }
}
