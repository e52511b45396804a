package dev.switchback.lint.history;

import dev.switchback.lint.HistorySettings;
import dev.switchback.lint.LintException;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.history.ChangedMigrations.OldState;
import dev.switchback.migration.script.ScriptPath;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testfiles.TestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Judges the history of migrations, by their files, git and the list of what was released. Needs no database. */
public final class HistoryLint {

    private static final String JGIT = "org.eclipse.jgit.lib.Repository";

    private final MigrationFiles files;
    private final LintSettings settings;
    private final boolean outOfOrder;
    private final boolean missingAllowed;
    private final UnaryOperator<@Nullable String> environment;
    private final List<LintFinding> findings = new ArrayList<>();

    private HistoryLint(
            MigrationFiles files,
            LintSettings settings,
            Configuration flyway,
            UnaryOperator<@Nullable String> environment) {
        this.files = files;
        this.settings = settings;
        this.outOfOrder = flyway.isOutOfOrder();
        this.missingAllowed = IgnoredMissing.in(flyway);
        this.environment = environment;
    }

    /**
     * The findings of the rules that are switched on, with their own severities.
     *
     * @param environment the variables of the process, {@code null} for one that is not set
     * @throws LintException if the list of released migrations cannot be used
     */
    public static List<LintFinding> of(
            MigrationFiles files,
            LintSettings settings,
            Configuration flyway,
            UnaryOperator<@Nullable String> environment) {
        HistoryLint lint = new HistoryLint(files, settings, flyway, environment);
        lint.files();
        lint.released();
        lint.git();
        return lint.findings.stream()
                .filter(finding -> settings.isOn(finding.rule()))
                .distinct()
                .toList();
    }

    /**
     * Migrations that are new since the merge base with the main branch.
     *
     * @param environment the variables of the process, {@code null} for one that is not set
     * @throws LintException if that cannot be told, with what to do
     */
    public static NewFiles newFiles(
            MigrationFiles files, HistorySettings settings, UnaryOperator<@Nullable String> environment) {
        requireJGit();
        return GitComparison.reading(files, settings, environment, GitComparison::newFiles);
    }

    private static void requireJGit() {
        if (!isThere()) {
            throw new LintException(
                    """
                    To compare migrations with the main branch, git is read through JGit, which is not on the class path. Add, for tests:

                      <dependency>
                        <groupId>org.eclipse.jgit</groupId>
                        <artifactId>org.eclipse.jgit</artifactId>
                        <version>7.8.0.202609011348-r</version>
                        <scope>test</scope>
                      </dependency>""");
        }
    }

    private static boolean isThere() {
        try {
            Class.forName(JGIT, false, HistoryLint.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private void files() {
        List<MigrationFile> versioned = files.versioned();
        findings.addAll(VersionLine.duplicates(versioned));
        if (settings.isOn(HistoryRules.GAP)) {
            findings.addAll(VersionLine.gaps(versioned));
        }
    }

    private void released() {
        settings.history().released().ifPresent(name -> {
            ReleasedFile file =
                    new ReleasedFile(TestFile.named(name), FileUpdates.ofThisRun(ReleasedFile.PROPERTY), files.names());
            OldState state =
                    new OldState("its release", "Bring it back as it was when %s was written.", missingAllowed);
            findings.addAll(new ChangedMigrations(files.versioned(), state).of(file.migrations(files.versioned())));
        });
    }

    private boolean asksGit() {
        return HistoryRules.OF_GIT.stream().anyMatch(settings::isOn);
    }

    private void git() {
        if (!asksGit() || files.folders().isEmpty()) {
            return;
        }
        try {
            requireJGit();
            findings.addAll(GitComparison.reading(
                    files,
                    settings.history(),
                    environment,
                    comparison -> comparison.findings(
                            outOfOrder, missingAllowed, settings.isOn(HistoryRules.TAKEN_ON_BRANCH))));
        } catch (LintException unknown) {
            findings.add(notCompared(String.valueOf(unknown.getMessage())));
        }
    }

    private LintFinding notCompared(String why) {
        LintRule rule = HistoryRules.NOT_COMPARED;
        return LintFinding.of(rule, ScriptPath.readable(files.folders().get(0).toString()), 0, rule.title())
                .because("", why);
    }
}
