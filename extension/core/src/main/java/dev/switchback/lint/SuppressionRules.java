package dev.switchback.lint;

import dev.switchback.migration.Severity;
import java.util.List;

/** The rules on markers in migrations. */
final class SuppressionRules {

    static final LintRule UNUSED =
            new LintRule("suppression-unused", "a marker that allows nothing", Severity.FAIL, LintCategory.SUPPRESSION);

    static final LintRule NOT_UNDERSTOOD = new LintRule(
            "suppression-not-understood",
            "a marker without a reason, or with an unknown rule",
            Severity.FAIL,
            LintCategory.SUPPRESSION);

    static final List<LintRule> ALL = List.of(UNUSED, NOT_UNDERSTOOD);

    private SuppressionRules() {}
}
