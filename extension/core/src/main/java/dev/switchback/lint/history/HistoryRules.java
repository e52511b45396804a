package dev.switchback.lint.history;

import static dev.switchback.lint.LintCategory.HISTORY;
import static dev.switchback.migration.Severity.FAIL;
import static dev.switchback.migration.Severity.NOTICE;

import dev.switchback.lint.LintRule;
import java.util.List;

/** The rules on the history of migrations. */
public final class HistoryRules {

    static final LintRule DUPLICATE = new LintRule("version-duplicate", "two migrations of one version", FAIL, HISTORY);

    static final LintRule GAP = new LintRule("version-gap", "a number that no migration has", FAIL, HISTORY, true);

    static final LintRule OUT_OF_ORDER =
            new LintRule("version-out-of-order", "a new migration below those of the main branch", FAIL, HISTORY);

    static final LintRule TAKEN =
            new LintRule("version-taken", "a version that the main branch has given away meanwhile", FAIL, HISTORY);

    static final LintRule TAKEN_ON_BRANCH =
            new LintRule("version-taken-on-branch", "a version that another branch adds, too", NOTICE, HISTORY, true);

    static final LintRule EDITED =
            new LintRule("migration-edited", "an old migration with another content", FAIL, HISTORY);

    static final LintRule RENAMED =
            new LintRule("migration-renamed", "an old migration with another name", FAIL, HISTORY);

    static final LintRule DELETED = new LintRule("migration-deleted", "an old migration that is gone", FAIL, HISTORY);

    static final LintRule NOT_COMPARED = new LintRule(
            "history-not-compared", "old migrations that could not be compared with the main branch", NOTICE, HISTORY);

    public static final List<LintRule> ALL =
            List.of(DUPLICATE, GAP, OUT_OF_ORDER, TAKEN, TAKEN_ON_BRANCH, EDITED, RENAMED, DELETED, NOT_COMPARED);

    /** The rules that need git. */
    static final List<LintRule> OF_GIT = List.of(OUT_OF_ORDER, TAKEN, TAKEN_ON_BRANCH, EDITED, RENAMED, DELETED);

    private HistoryRules() {}
}
