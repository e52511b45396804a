package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings on files beside those on what migrations do: one report, the same markers, one scope. */
@ExtendWith(SharedServer.class)
class FilesBesideEffectsTests {

    private static final LintSettings SETTINGS =
            LintSettings.defaults().withFiles(FileSettings.defaults().withHeader("risk"));

    private final Server server;
    private final Folder folder;

    FilesBesideEffectsTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    private List<String> titles(LintSettings settings) {
        return Lint.of(server, folder.flyway(), settings).run().findings().stream()
                .map(LintFinding::title)
                .toList();
    }

    @Test
    void aHarmlessRiskIsHeldAgainstWhatTheMigrationDoes() {
        folder.file("V1__one.sql", "-- Risk: none\nCREATE TABLE one (id int);\n")
                .file("V2__two.sql", "-- Risk: low\nDROP TABLE one;\n");

        assertThat(titles(SETTINGS))
                .containsExactly(
                        "V2__two.sql:1: header-risk: its header calls the risk 'low'",
                        "V2__two.sql:2: table-dropped: public.one is dropped");
    }

    @Test
    void whatAMarkerAllowsIsNoRisk() {
        folder.file("V1__one.sql", "-- Risk: none\nCREATE TABLE one (id int);\n")
                .file(
                        "V2__two.sql",
                        "-- Risk: low\n-- migration-lint: allow-destructive-upgrade nobody uses it\n\nDROP TABLE one;\n");

        assertThat(titles(SETTINGS)).isEmpty();
    }

    @Test
    void aMarkerForAFindingOnTheFileIsUsed() {
        folder.file(
                "V1__one.sql",
                "-- Risk: none\nCREATE TABLE one (id int);\n-- migration-lint: allow credential an example\nINSERT INTO one SELECT 1 WHERE 'postgres://a:b@c/d' = '';\n");

        assertThat(titles(SETTINGS)).isEmpty();
    }

    @Test
    void findingsOnAFileBelongToItsMigration() {
        folder.file("V1__one.sql", "CREATE TABLE one (id int);\n").file("U1__one.sql", "-- later\n");

        LintReport report = Lint.of(server, folder.flyway(), SETTINGS).run();

        assertThat(report.findings(report.migrations().get(0)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule().id()).isEqualTo("header-missing"));
        assertThat(report.otherFindings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule().id()).isEqualTo("undo-empty"));
    }

    @Test
    void olderMigrationsRunAndAreNotJudged() {
        folder.file("V1__one.sql", "CREATE TABLE one (id int);\n")
                .file("V2__two.sql", "DROP TABLE one;\n")
                .file("V3__three.sql", "-- Risk: none\nCREATE TABLE one (id int);\n");

        LintReport report = Lint.of(server, folder.flyway(), SETTINGS.withScope(LintScope.since("3")))
                .run();

        assertThat(report.findings()).isEmpty();
        assertThat(report.migrations()).hasSize(1);
    }

    @Test
    void anUndoThatCannotBeTriedIsARemark() {
        folder.file("V1__one.sql", "-- Risk: none\nCREATE TABLE one (id int);\n")
                .file("U1__one.sql", "DROP TABLE one;\nDROP TABLE nowhere;\n")
                .file("V2__two.sql", "-- Risk: none\nCREATE TABLE two (id int);\n")
                .file("U2__two.sql", "DROP TABLE two;\n")
                .file("U2__two.sql.conf", "executeInTransaction=false\n");

        assertThat(Lint.of(server, folder.flyway(), SETTINGS).run().remarks())
                .startsWith(
                        "Not judged, because they run outside a transaction, or end it themselves, and cannot be tried and taken back: U2__two.sql.",
                        "Not judged, because they fail right behind their migrations: U1__one.sql. The round trip says why.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"COMMIT;", "/* done */ end;", "-- over\nROLLBACK WORK;", "Abort;", "PREPARE TRANSACTION 'two';"})
    void anUndoThatEndsItsTransactionIsNotTried(String ending) {
        folder.file("V1__one.sql", "-- Risk: none\nCREATE TABLE one (id int);\n")
                .file("V2__two.sql", "-- Risk: none\nALTER TABLE one ADD two text;\n")
                .file("U2__two.sql", "BEGIN;\nALTER TABLE one DROP two;\nSAVEPOINT a;\nROLLBACK TO a;\n" + ending)
                .file("V3__three.sql", "-- Risk: none\nALTER TABLE one ADD three text;\n");

        LintReport report = Lint.of(server, folder.flyway(), SETTINGS).run();

        assertThat(report.findings()).isEmpty();
        assertThat(report.remarks())
                .contains(
                        "Not judged, because they run outside a transaction, or end it themselves, and cannot be tried"
                                + " and taken back: U2__two.sql.");
    }
}
