package dev.switchback.lint.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.lint.HistorySettings;
import dev.switchback.lint.LintException;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.migration.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding the main branch and the merge base, in checkouts as people and build servers have them. */
class MainBranchTests {

    private static final HistorySettings DEFAULTS = HistorySettings.defaults();

    @TempDir
    private Path folder = Path.of("");

    private GitProject project(String branch) {
        return GitProject.create(folder.resolve("origin"), branch)
                .write("V1__one.sql", "SELECT 1;\n")
                .commit();
    }

    private static NewFiles newFiles(GitProject project, HistorySettings settings, Map<String, String> environment) {
        return HistoryLint.newFiles(project.files(), settings, environment::get);
    }

    private static List<String> names(NewFiles files) {
        return files.files().stream().map(MigrationFile::name).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "master"})
    void theUsualNamesAreFound(String main) {
        GitProject project = project(main)
                .branch("feature")
                .write("V2__two.sql", "SELECT 2;\n")
                .commit();

        NewFiles files = newFiles(project, DEFAULTS, Map.of());

        assertThat(names(files)).containsExactly("V2__two.sql");
        assertThat(files.since()).matches("the merge base with " + main + " \\([0-9a-f]{8}\\)");
    }

    @Test
    void whatIsNotCommittedIsNewAndSoIsWhatWasEdited() {
        GitProject project = project("main")
                .branch("feature")
                .write("V1__one.sql", "SELECT 11;\n")
                .write("U1__one.sql", "SELECT 1;\n")
                .write("R__views.sql", "SELECT 3;\n");

        assertThat(names(newFiles(project, DEFAULTS, Map.of())))
                .containsExactly("V1__one.sql", "U1__one.sql", "R__views.sql");
    }

    @Test
    void theRemotesBranchIsTakenBeforeALocalOneThatIsOld() {
        GitProject origin = project("main");
        GitProject clone = origin.clone(folder.resolve("clone"), 0, "main");
        origin.write("V2__two.sql", "SELECT 2;\n").commit();
        clone.fetch("main", 0)
                .checkout("origin/main")
                .branch("feature")
                .write("V3__three.sql", "SELECT 3;\n")
                .commit();

        assertThat(names(newFiles(clone, DEFAULTS, Map.of()))).containsExactly("V3__three.sql");
        assertThat(newFiles(clone, DEFAULTS, Map.of()).since()).contains("origin/main");
        assertThat(names(newFiles(clone, DEFAULTS.withMainBranch("refs/heads/main"), Map.of())))
                .containsExactly("V2__two.sql", "V3__three.sql");
    }

    @Test
    void whatNamesACommitAndNoBranchIsTakenAsItIs() {
        GitProject origin = project("main");
        GitProject clone = origin.clone(folder.resolve("clone"), 0, "main")
                .branch("feature")
                .write("V2__two.sql", "SELECT 2;\n")
                .commit()
                .write("V3__three.sql", "SELECT 3;\n");

        for (String name : List.of("HEAD", "feature~0")) {
            assertThat(names(newFiles(clone, DEFAULTS.withMainBranch(name), Map.of())))
                    .as(name)
                    .containsExactly("V3__three.sql");
        }
    }

    @Test
    void aDetachedHeadOfAMergeIsComparedAsOnBuildServers() {
        GitProject origin = project("main");
        origin.branch("feature").write("V2__two.sql", "SELECT 2;\n").commit();
        origin.checkout("main").write("R__views.sql", "SELECT 3;\n").commit();
        GitProject build = origin.clone(folder.resolve("build"), 0, "main")
                .detach()
                .deleteBranch("main")
                .merge("origin/feature");

        assertThat(names(newFiles(build, DEFAULTS, Map.of()))).containsExactly("V2__two.sql");
    }

    @Test
    void theTargetOfAPullRequestIsTakenFromTheBuildServersVariable() {
        GitProject origin = project("main");
        origin.branch("develop").write("V2__two.sql", "SELECT 2;\n").commit();
        origin.branch("feature").write("V3__three.sql", "SELECT 3;\n").commit();
        GitProject build = origin.clone(folder.resolve("build"), 0, "feature").detach();

        assertThat(names(newFiles(build, DEFAULTS, Map.of("GITHUB_BASE_REF", "develop"))))
                .containsExactly("V3__three.sql");
        assertThat(names(newFiles(build, DEFAULTS, Map.of("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/develop"))))
                .containsExactly("V3__three.sql");
        assertThat(names(newFiles(build, DEFAULTS, Map.of("GITHUB_BASE_REF", ""))))
                .containsExactly("V2__two.sql", "V3__three.sql");
    }

    @Test
    void theSettingsNameAnyBranch() {
        GitProject project = project("trunk")
                .branch("feature")
                .write("V2__two.sql", "SELECT 2;\n")
                .commit();

        assertThat(names(newFiles(project, DEFAULTS.withMainBranch("trunk"), Map.of())))
                .containsExactly("V2__two.sql");
        assertThatThrownBy(() -> newFiles(project, DEFAULTS, Map.of()))
                .isInstanceOf(LintException.class)
                .hasMessage(
                        """
                        The main branch was not found: the repository %s has none of origin/main, origin/master, main, master, only feature, trunk.
                        If it has another name, say it: 'main: origin/trunk' under 'history' in switchback-lint.yaml, or --since on the command line. If it was not fetched, run: git fetch origin main:refs/remotes/origin/main"""
                                .formatted(real(project.root())));
    }

    @Test
    void aWorktreeIsReadAsTheRepositoryThatItBelongsTo() throws IOException {
        GitProject project = project("main");
        Path worktree = folder.resolve("worktree");
        Path own = project.root().resolve(".git/worktrees/worktree");
        Files.createDirectories(own);
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Files.writeString(own.resolve("gitdir"), worktree.resolve(".git") + "\n");
        Files.createDirectories(worktree);
        Files.writeString(worktree.resolve(".git"), "gitdir: " + real(own) + "\n");
        GitProject linked = GitProject.at(worktree).write("V1__one.sql", "SELECT 11;\n");

        assertThat(GitProject.told(linked.lint()))
                .containsExactly(
                        "V1__one.sql:1: migration-edited: its content is not that of the merge base with main (...)");
    }

    @Test
    void aShallowCloneSaysHowToFetchTheRest() {
        GitProject origin = project("main");
        origin.branch("feature").write("V2__two.sql", "SELECT 2;\n").commit();
        GitProject build = origin.clone(folder.resolve("build"), 1, "feature").detach();

        assertThatThrownBy(() -> newFiles(build, DEFAULTS, Map.of()))
                .isInstanceOf(LintException.class)
                .hasMessage(
                        """
                        The main branch was not found: the repository %s has none of origin/main, origin/master, main, master, only feature, origin/feature.
                        The build server has fetched only what it builds. Have all of it fetched:
                          GitHub Actions   actions/checkout with fetch-depth: 0
                          GitLab CI        the variable GIT_DEPTH: 0
                          elsewhere        git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"""
                                .formatted(real(build.root())));
    }

    @Test
    void aHistoryThatIsCutOffBeforeTheMergeBaseSaysSo() {
        GitProject origin = project("main");
        origin.branch("feature").write("V2__two.sql", "SELECT 2;\n").commit();
        origin.checkout("main").write("V3__three.sql", "SELECT 3;\n").commit();
        GitProject build = origin.clone(folder.resolve("build"), 1, "feature").fetch("main", 1);

        assertThatThrownBy(() -> newFiles(build, DEFAULTS, Map.of()))
                .isInstanceOf(LintException.class)
                .hasMessageStartingWith("The merge base with origin/main cannot be found, because the clone")
                .hasMessageContaining("is shallow: its history is cut off.")
                .hasMessageContaining("fetch-depth: 0");
    }

    @Test
    void branchesWithoutACommonCommitAreToldApart() {
        GitProject project = project("main")
                .orphan("other")
                .write("V2__two.sql", "SELECT 2;\n")
                .commit();

        assertThatThrownBy(() -> newFiles(project, DEFAULTS, Map.of()))
                .hasMessage(
                        """
                        The merge base with main cannot be found: the checked-out commit and that branch have no commit in common.
                        Name the branch that this one comes from: 'main: origin/...' under 'history' in switchback-lint.yaml.""");
    }

    @Test
    void aRepositoryWithoutACommitSaysSo() {
        GitProject project = GitProject.create(folder, "main").write("V1__one.sql", "SELECT 1;\n");

        assertThatThrownBy(() -> newFiles(project, DEFAULTS, Map.of()))
                .hasMessage("%s has no commit yet, so nothing can be compared with a main branch. Commit first."
                        .formatted(real(folder)));
    }

    @Test
    void withoutARepositoryTheReasonIsANoticeUnlessItIsAskedFor() {
        GitProject project = GitProject.at(folder).write("V1__one.sql", "SELECT 1;\n");

        List<LintFinding> findings = project.lint();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(HistoryRules.NOT_COMPARED);
            assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
            assertThat(finding.reason())
                    .isEqualTo(
                            "%s is in no git repository, so it cannot be told which migrations are new, and whether old ones were changed. Run where the project is checked out, not on a copy of its files."
                                    .formatted(real(project.folder())));
        });
        assertThat(project.lint(LintSettings.defaults().without("history-not-compared")))
                .isEmpty();
        assertThatThrownBy(() -> newFiles(project, DEFAULTS, Map.of()))
                .isInstanceOf(LintException.class)
                .hasMessageContaining("is in no git repository");
    }

    @Test
    void gitsProgramAndTheUsersHomeAreLeftAlone() throws IOException {
        GitProject project = project("main");
        Path home = Path.of(System.getProperty("user.home"), ".config", "jgit", "config");
        boolean was = Files.exists(home);

        project.lint(LintSettings.defaults(), Flyway.configure(), Map.of());

        assertThat(Files.exists(home)).isEqualTo(was);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
