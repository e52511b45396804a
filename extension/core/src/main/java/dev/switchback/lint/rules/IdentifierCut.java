package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.migration.Severity;
import java.util.List;

/** A name that the server has cut. */
final class IdentifierCut implements EffectCheck {

    private static final LintRule RULE = new LintRule(
            "identifier-cut", "a name is longer than the server keeps", Severity.NOTICE, LintCategory.COMPATIBILITY);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        return migration.statements().stream()
                .flatMap(
                        statement -> statement.warnings().stream()
                                .filter(warning -> warning.startsWith(CUT))
                                .map(
                                        warning -> new Place(this, migration, statement)
                                                .finding("a name is longer than the server keeps, and was cut")
                                                .because(
                                                        warning.substring(CUT.length())
                                                                        .strip() + ".",
                                                        "The object has another name than the script says, and two long names can become the same.")))
                .toList();
    }

    /** The server's code for it, in whatever language it says it. */
    private static final String CUT = "42622";

    @Override
    public String toString() {
        return RULE.id();
    }
}
