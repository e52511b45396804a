package dev.switchback.lint.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.LintSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that a branch adds, beside those of the main branch and of other branches; and the line of versions by itself. */
class NewVersionsTests {

    @TempDir
    private Path folder = Path.of("");

    private GitProject project = GitProject.at(Path.of(""));

    @BeforeEach
    void commitOldMigrations() {
        project = GitProject.create(folder, "main")
                .write("V1__one.sql", "SELECT 1;\n")
                .write("V2__two.sql", "SELECT 2;\n")
                .commit();
    }

    private List<String> told(String... optional) {
        return GitProject.told(project.lint(LintSettings.defaults().with(optional)));
    }

    private void onMain(String name) {
        project.checkout("main").write(name, "SELECT 'main';\n").commit().checkout("feature");
    }

    @Test
    void aVersionThatMainHasGivenAwayMeanwhileIsFound() {
        project.branch("feature").write("V3__ours.sql", "SELECT 3;\n").commit();
        onMain("V3__theirs.sql");

        assertThat(told()).containsExactly("V3__ours.sql: version-taken: version 3 is V3__theirs.sql on main");
        assertThat(project.lint().get(0).reason()).contains("Give this one, and its undo, a version above 3.");
    }

    @Test
    void versionsAreNumbersWhateverTheirZeros() {
        project.branch("feature").write("V003__ours.sql", "SELECT 3;\n").commit();
        onMain("V3.0__theirs.sql");

        assertThat(told()).containsExactly("V003__ours.sql: version-taken: version 003 is V3.0__theirs.sql on main");
    }

    @Test
    void aVersionBelowThoseOfMainIsOutOfOrder() {
        project.branch("feature").write("V3__ours.sql", "SELECT 3;\n").commit();
        onMain("V4__theirs.sql");

        assertThat(told())
                .containsExactly(
                        "V3__ours.sql: version-out-of-order: its version 3 is below that of V4__theirs.sql, which is on main");
        assertThat(project.lint(LintSettings.defaults(), Flyway.configure().outOfOrder(true), Map.of()))
                .isEmpty();
    }

    @Test
    void aVersionAboveAndTheSameFileAreFine() {
        project.branch("feature")
                .write("V3__shared.sql", "SELECT 'main';\n")
                .write("V5__ours.sql", "SELECT 5;\n")
                .commit();
        onMain("V3__shared.sql");

        assertThat(told()).isEmpty();
    }

    @Test
    void whatMainAddsMeanwhileIsNotMissing() {
        project.branch("feature").write("V5__ours.sql", "SELECT 5;\n").commit();
        onMain("V4__theirs.sql");

        assertThat(told()).isEmpty();
    }

    @Test
    void otherBranchesAreAskedWhereThatIsWanted() {
        project.branch("other").write("V3__other.sql", "SELECT 3;\n").commit();
        project.checkout("main")
                .branch("feature")
                .write("V3__ours.sql", "SELECT 3;\n")
                .commit();

        assertThat(told()).isEmpty();
        assertThat(told("version-taken-on-branch"))
                .containsExactly("V3__ours.sql: version-taken-on-branch: version 3 is V3__other.sql on other");
    }

    @Test
    void branchesThatAreMergedOrTheSameElsewhereAreNoOthers() {
        project.branch("merged").write("V3__merged.sql", "SELECT 3;\n").commit();
        project.checkout("main").merge("merged").branch("feature").rename("V3__merged.sql", "V3__renamed.sql");

        assertThat(told("version-taken-on-branch")).singleElement().asString().contains("migration-renamed");
    }

    @Test
    void twoFilesOfOneVersionAreFoundWithoutGit() {
        project.write("V02.0__again.sql", "SELECT 22;\n");

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("V2__two.sql: version-duplicate: its version 2 is that of ")
                .endsWith("V02.0__again.sql, too");
    }

    @Test
    void anUndoHasTheVersionOfItsMigration() {
        project.write("U2__two.sql", "SELECT 22;\n").write("R__two.sql", "SELECT 1;\n");

        assertThat(told()).isEmpty();
    }

    @Test
    void gapsAreFoundWhereThatIsWanted() {
        project.write("V0005__five.sql", "SELECT 5;\n").write("V7__seven.sql", "SELECT 7;\n");

        assertThat(told()).isEmpty();
        assertThat(told("version-gap"))
                .containsExactly(
                        "V0005__five.sql: version-gap: versions 3 to 4 are left out before it",
                        "V7__seven.sql: version-gap: version 6 is left out before it");
    }
}
