package dev.switchback.lint.rules;

import dev.switchback.lint.LintCheck;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import java.util.List;

/** A rule on what a migration does. Keeps no state. */
public interface EffectCheck extends LintCheck {

    /** The findings on one migration. */
    List<LintFinding> check(MigrationEffects migration, SaferWays safer);
}
