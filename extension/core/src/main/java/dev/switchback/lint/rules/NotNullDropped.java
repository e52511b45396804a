package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.migration.Severity;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.ObjectKind;
import java.util.List;

/** A column that takes nulls from now on. */
final class NotNullDropped implements EffectCheck {

    private static final LintRule RULE = new LintRule(
            "not-null-dropped", "a column takes nulls from now on", Severity.NOTICE, LintCategory.COMPATIBILITY);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        return migration.difference().changes().stream()
                .filter(change -> change.name().kind() == ObjectKind.COLUMN
                        && change instanceof Changed changed
                        && changed.attribute().equals("nullability")
                        && changed.from().equals("not null")
                        && changed.to().isEmpty())
                .map(
                        change -> Place.on(
                                        change.name(),
                                        "nullability",
                                        RULE,
                                        migration,
                                        "column %s takes nulls from now on"
                                                .formatted(change.name().qualified()))
                                .because(
                                        "",
                                        "The version of the application that still runs may not expect nulls when it reads, and no undo can make the column NOT NULL again once there are some."))
                .toList();
    }
}
