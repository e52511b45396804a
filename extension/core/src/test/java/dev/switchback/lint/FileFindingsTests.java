package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.migration.Severity;
import dev.switchback.testfiles.TestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lint of files alone: markers in the files, the scope, findings that are frozen, and remarks. */
class FileFindingsTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeMigrations() throws IOException {
        write("V1__roles.sql", "CREATE ROLE app PASSWORD 'hunter2';\n");
        write("V2__more.sql", "CREATE ROLE other PASSWORD 'hunter2';\n");
        write("U2__more.sql", "-- later\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private LintReport lint(LintSettings settings) {
        return Lint.ofFiles(Flyway.configure().locations("filesystem:" + folder), settings);
    }

    private List<String> found(LintSettings settings) {
        return lint(settings).findings().stream()
                .map(finding -> finding.file().substring(finding.file().lastIndexOf('/') + 1) + " "
                        + finding.rule().id())
                .toList();
    }

    @Test
    void whatIsFoundInFilesNeedsNoDatabase() {
        assertThat(found(LintSettings.defaults()))
                .containsExactlyInAnyOrder(
                        "V1__roles.sql credential", "V2__more.sql credential", "U2__more.sql undo-empty");
    }

    @Test
    void aLintWithoutARuleIsRefused() {
        String[] all = LintRules.all().stream().map(LintRule::id).toArray(String[]::new);

        assertThatThrownBy(() -> lint(LintSettings.defaults().without(all)))
                .isInstanceOf(LintException.class)
                .hasMessage(
                        "All lint rules are switched off, so nothing would be judged. Leave one on, or leave the lint out.");
        assertThat(found(LintSettings.defaults().without(all).with("undo-empty")))
                .containsExactly("U2__more.sql undo-empty");
    }

    @Test
    void aMarkerWithAReasonAllowsAFindingOnTheFileItself() throws IOException {
        write(
                "V1__roles.sql",
                "-- migration-lint: allow credential changed on the first login\nCREATE ROLE app PASSWORD 'hunter2';\n");
        write("V2__more.sql", "-- migration-lint: allow credential\nCREATE ROLE other PASSWORD 'hunter2';\n");
        write("U2__more.sql", "-- migration-lint: allow undo-empty rows stay\n\n");

        assertThat(found(LintSettings.defaults())).containsExactly("V2__more.sql credential");
    }

    @Test
    void theScopeLeavesOutOldFiles() {
        assertThat(found(LintSettings.defaults().withScope(LintScope.since("2"))))
                .containsExactlyInAnyOrder("V2__more.sql credential", "U2__more.sql undo-empty");
        assertThatThrownBy(() -> lint(LintSettings.defaults().withScope(LintScope.sinceMergeBase())))
                .isInstanceOf(LintException.class)
                .hasMessageContaining("is in no git repository");
    }

    @Test
    void whatCouldNotBeComparedIsARemarkUnlessThatIsToFail() {
        assertThat(lint(LintSettings.defaults()).remarks())
                .singleElement()
                .asString()
                .startsWith("Old migrations were not compared with those of the main branch. ")
                .contains("is in no git repository");
        assertThat(found(LintSettings.defaults().withSeverity("history-not-compared", Severity.FAIL)))
                .hasSize(4);
    }

    @Test
    void whatAFileOfFrozenFindingsListsIsAccepted() throws IOException {
        String name = "lint-" + folder.getFileName() + ".frozen";
        Path frozen = Files.createDirectories(TestFile.resources()).resolve(name);
        String before = "credential: V1__roles.sql: the password of a role is written in the script\n";
        try {
            Files.writeString(frozen, before);
            assertThat(found(LintSettings.defaults().frozenIn(name)))
                    .containsExactlyInAnyOrder("V2__more.sql credential", "U2__more.sql undo-empty");

            Files.writeString(frozen, "credentail: V1__roles.sql: x\n");
            assertThatThrownBy(() -> lint(LintSettings.defaults().frozenIn(name)))
                    .isInstanceOf(LintException.class)
                    .hasMessageContaining(name + ":1: there is no rule credentail")
                    .hasMessageContaining("Did you mean credential?");
        } finally {
            Files.deleteIfExists(frozen);
        }
        assertThatThrownBy(() -> lint(LintSettings.defaults().frozenIn("../outside.frozen")))
                .isInstanceOf(LintException.class);
    }
}
