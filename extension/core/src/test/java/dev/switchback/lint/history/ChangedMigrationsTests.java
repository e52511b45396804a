package dev.switchback.lint.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.files.MigrationNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old migrations, compared with those of the merge base in a real repository. */
class ChangedMigrationsTests {

    @TempDir
    private Path folder = Path.of("");

    private GitProject project = GitProject.at(Path.of(""));

    @BeforeEach
    void commitOldMigrations() {
        project = GitProject.create(folder, "main")
                .write("V1__create_orders.sql", "CREATE TABLE orders (\n  id bigint PRIMARY KEY\n);\n")
                .write("V2__add_status.sql", "ALTER TABLE orders ADD COLUMN status text;\n")
                .write("U2__add_status.sql", "ALTER TABLE orders DROP COLUMN status;\n")
                .write("R__views.sql", "CREATE OR REPLACE VIEW open_orders AS SELECT 1 AS one;\n")
                .commit()
                .branch("feature");
    }

    private List<String> told() {
        return GitProject.told(project.lint());
    }

    @Test
    void anEditIsFoundOnTheLineWhereItBegins() {
        project.write("V1__create_orders.sql", "CREATE TABLE orders (\n  id int PRIMARY KEY\n);\n");

        assertThat(told())
                .containsExactly(
                        "V1__create_orders.sql:2: migration-edited: its content is not that of the merge base with main (...)");
    }

    @Test
    void anEditThatWasCommittedIsFoundToo() {
        project.write("V2__add_status.sql", "ALTER TABLE orders ADD COLUMN state text;\n")
                .commit();

        assertThat(told()).hasSize(1).first().asString().contains("V2__add_status.sql:1: migration-edited");
    }

    @Test
    void aChangedCommentIsAnEditBecauseTheChecksumChanges() {
        project.write("V2__add_status.sql", "-- why not\nALTER TABLE orders ADD COLUMN status text;\n");

        assertThat(told()).hasSize(1).first().asString().contains("migration-edited");
    }

    @Test
    void endsOfLinesEmptyLinesAndByteOrderMarksAreNoEdit() {
        project.write("V1__create_orders.sql", "\uFEFFCREATE TABLE orders (\r\n  id bigint PRIMARY KEY\r\n);\r\n\r\n");

        assertThat(told()).isEmpty();
    }

    @Test
    void undosRepeatablesAndNewMigrationsMayChange() {
        project.write("U2__add_status.sql", "ALTER TABLE orders DROP COLUMN IF EXISTS status;\n")
                .write("R__views.sql", "CREATE OR REPLACE VIEW open_orders AS SELECT 2 AS one;\n")
                .write("V3__add_total.sql", "ALTER TABLE orders ADD COLUMN total numeric;\n")
                .commit()
                .write("V3__add_total.sql", "ALTER TABLE orders ADD COLUMN total numeric(12, 2);\n");

        assertThat(told()).isEmpty();
    }

    @Test
    void anotherDescriptionIsARename() {
        project.rename("V2__add_status.sql", "V2__add_state.sql");

        assertThat(told())
                .containsExactly(
                        "V2__add_state.sql: migration-renamed: it was called V2__add_status.sql at the merge base with main (...)");
    }

    @Test
    void anotherVersionIsARename() {
        project.rename("V2__add_status.sql", "V3__add_status.sql");

        assertThat(told())
                .containsExactly(
                        "V3__add_status.sql: migration-renamed: it was called V2__add_status.sql at the merge base with main (...)");
    }

    @Test
    void anotherFolderIsNoRename() throws IOException {
        Files.createDirectories(project.folder().resolve("2026"));
        project.rename("V2__add_status.sql", "2026/V2__add_status.sql");

        assertThat(told()).isEmpty();
    }

    @Test
    void migrationsAreFollowedWhereTheWholeFolderHasMoved() throws IOException {
        Path elsewhere = folder.resolve("db/moved");
        Files.createDirectories(elsewhere.getParent());
        project.write("V2__add_status.sql", "ALTER TABLE orders ADD COLUMN state text;\n");
        Files.move(project.folder(), elsewhere);

        assertThat(HistoryLint.of(
                        MigrationFiles.in(
                                List.of(elsewhere.toRealPath()),
                                MigrationNames.of(Flyway.configure()),
                                UTF_8,
                                List.of()),
                        LintSettings.defaults(),
                        Flyway.configure(),
                        name -> null))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(HistoryRules.EDITED));
    }

    @Test
    void aMigrationThatIsGoneIsFoundWithTheCommandThatBringsItBack() {
        project.delete("V1__create_orders.sql");
        List<LintFinding> findings = project.lint();

        assertThat(GitProject.told(findings))
                .containsExactly(
                        "V1__create_orders.sql: migration-deleted: V1__create_orders.sql is gone since the merge base with main (...)");
        assertThat(findings.get(0).reason())
                .matches(
                        "Databases that ran it remember it. Flyway refuses to go on where it has run. Bring it back: git checkout [0-9a-f]{8} -- "
                                + GitProject.FOLDER
                                + "/V1__create_orders.sql. Write what is to change into a new migration.");
    }

    @Test
    void aMigrationMayBeGoneWhereFlywayIgnoresThat() {
        project.delete("V1__create_orders.sql");

        assertThat(project.lint(
                        LintSettings.defaults(), Flyway.configure().ignoreMigrationPatterns("*:missing"), Map.of()))
                .isEmpty();
        assertThat(project.lint(
                        LintSettings.defaults(), Flyway.configure().ignoreMigrationPatterns("*:future"), Map.of()))
                .hasSize(1);
    }

    @Test
    void aMigrationKeepsItsKind() {
        project.delete("V2__add_status.sql").write("V2__add_status.java", "class V2__add_status {}");

        assertThat(told()).hasSize(1).first().asString().contains("V2__add_status.java was V2__add_status.sql");
    }

    @Test
    void whatIsSwitchedOffIsNotSaid() {
        project.delete("V1__create_orders.sql");

        assertThat(project.lint(LintSettings.defaults().without("migration-deleted")))
                .isEmpty();
    }
}
