package dev.switchback.lint.files;

import static dev.switchback.lint.LintCategory.FILES;
import static dev.switchback.migration.Severity.FAIL;
import static dev.switchback.migration.Severity.NOTICE;

import dev.switchback.lint.LintRule;
import java.util.List;

/** The rules on the files of migrations. Those that go by a setting are silent without it. */
public final class FileRules {

    static final LintRule NAME_PATTERN = new LintRule("name-pattern", "a name of another form", FAIL, FILES);

    static final LintRule SNAKE_CASE =
            new LintRule("description-snake-case", "a description that is not in snake case", FAIL, FILES, true);

    static final LintRule ACTION_FIRST = new LintRule(
            "description-action-first", "a description that does not begin with what is done", FAIL, FILES, true);

    static final LintRule UNDO_MISSING = new LintRule("undo-missing", "a migration without an undo", FAIL, FILES, true);

    static final LintRule UNDO_EMPTY = new LintRule("undo-empty", "an undo that does nothing", FAIL, FILES);

    static final LintRule HEADER_MISSING =
            new LintRule("header-missing", "a migration that does not say what it is for", FAIL, FILES);

    static final LintRule HEADER_RISK =
            new LintRule("header-risk", "a migration that calls itself harmless and is not", NOTICE, FILES);

    static final LintRule CREDENTIAL = new LintRule("credential", "a password, key or token in a script", FAIL, FILES);

    static final LintRule ENVIRONMENT_NAME =
            new LintRule("environment-name", "a name that only one environment has", FAIL, FILES);

    static final LintRule REPEATABLE_ONLY =
            new LintRule("repeatable-only", "a statement that belongs into a repeatable migration", FAIL, FILES);

    public static final List<LintRule> ALL = List.of(
            NAME_PATTERN,
            SNAKE_CASE,
            ACTION_FIRST,
            UNDO_MISSING,
            UNDO_EMPTY,
            HEADER_MISSING,
            HEADER_RISK,
            CREDENTIAL,
            ENVIRONMENT_NAME,
            REPEATABLE_ONLY);

    private FileRules() {}
}
