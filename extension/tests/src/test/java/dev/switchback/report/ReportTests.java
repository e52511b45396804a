package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One round trip in every form of report. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTests {

    private final MigrationReport report;

    ReportTests(Server server, @TempDir Path path) throws IOException {
        Path migrations = Files.createDirectories(path.resolve("db/migration"));
        Files.createDirectory(path.resolve(".git"));
        Folder folder = new Folder(migrations)
                .step(1, "person", "CREATE TABLE person (id int PRIMARY KEY, name text);", "DROP TABLE person;")
                .step(
                        2,
                        "pet",
                        """
                        CREATE TABLE pet (id int PRIMARY KEY, owner int REFERENCES person);
                        DO $$ BEGIN IF false THEN CREATE ROLE vet PASSWORD 'open<sesame>'; END IF; END $$;
                        COMMENT ON TABLE pet IS 'postgresql://pet:sesame@vet/pets';""",
                        "DROP TABLE pet;")
                .step(3, "name index", "CREATE INDEX name_idx ON person (name);", "SELECT 1;")
                .step(4, "broken", "ALTER TABLE pet ADD age int;", "-- the pet\nALTER TABLE pet DROP agee;")
                .up(5, "one way", "ALTER TABLE pet ADD food text;");
        report = MigrationReport.of(new HistoryReport(ScriptFiles.in(path, List.of(folder.location())))
                .with(Trip.of(server, folder).result())
                .judged("db/migration", Instant.parse("2026-11-29T05:00:00Z")));
    }

    private ReportedStep step(int number) {
        return report.histories().get(0).steps().get(number - 1);
    }

    @Test
    void aStepHasItsVerdictItsChangesAndItsScripts() {
        assertThat(step(1).verdict()).isEqualTo(ReportedVerdict.PASSED);
        assertThat(step(1).changes()).extracting(ReportedChange::name).contains("public.person", "public.person.name");
        assertThat(step(1).up().file()).isEqualTo("db/migration/V1__person.sql");
        assertThat(step(1).down().text()).isEqualTo("DROP TABLE person;");
        assertThat(step(1).times().up()).isPositive();
    }

    @Test
    void aFindingLeadsToTheScriptAndTheLineThatAreToBeMended() {
        ReportedFinding failing = step(4).findings().get(0);

        assertThat(failing.rule()).isEqualTo("undo-fails");
        assertThat(failing.file() + ":" + failing.line()).isEqualTo("db/migration/U4__broken.sql:2");
        assertThat(step(3).findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("undo-no-op");
            assertThat(finding.file()).isEqualTo("db/migration/U3__name index.sql");
            assertThat(finding.difference()).extracting(ReportedChange::name).containsExactly("public.name_idx");
            assertThat(finding.fix()).contains("DROP INDEX");
        });
        assertThat(step(5).findings()).extracting(ReportedFinding::file).contains("db/migration/V5__one way.sql");
    }

    @Test
    void noFormHoldsAPassword() {
        assertThat(step(2).up().text()).contains("PASSWORD '***'");
        assertThat(List.of(
                        JsonReport.of(report),
                        HtmlReport.of(report),
                        MarkdownReport.of(report),
                        SarifReport.of(report)))
                .noneMatch(text -> text.contains("sesame"));
    }

    @Test
    void theJsonIsWhatItsSchemaSays() throws IOException {
        assertThat(JsonReport.of(report)).startsWith("{\"format\":\"switchback-report\",\"version\":1,");
        assertThat(PublishedSchema.errorsIn(JsonReport.of(report))).isEmpty();
    }

    @Test
    void theSarifIsWhatTheOfficialSchemaSays() throws IOException {
        String schema = text(ReportTests.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(SarifReport.of(report), InputFormat.JSON))
                .isEmpty();
        assertThat(SarifReport.of(report))
                .contains("\"uri\":\"db/migration/U3__name%20index.sql\"", "\"level\":\"error\"", "\"startLine\":2");
    }

    @Test
    void theMarkdownTellsTheFindingsAndTheLadder() {
        assertThat(MarkdownReport.of(report))
                .startsWith("## Migrations: findings\n\n**db/migration**: 5 migrations: 2 ok, 3 failed, 0 skipped\n")
                .contains("`db/migration/U4__broken.sql:2` `undo-fails`", "| V1 person |");
    }

    @Test
    void annotationsStandAtTheLine() {
        assertThat(GithubAnnotations.of(report))
                .contains("::error file=db/migration/U4__broken.sql,line=2,title=undo-fails::")
                .hasLineCount(report.worstFirst().size());
        assertThat(GitlabReport.of(report))
                .contains(
                        "\"check_name\":\"undo-fails\"",
                        "\"path\":\"db/migration/U4__broken.sql\",\"lines\":{\"begin\":2}");
    }

    @Test
    void theWorstComesFirst() {
        assertThat(report.worstFirst()).extracting(ReportedFinding::severity).isSorted();
        assertThat(report.worstFirst().get(0).severity()).isEqualTo(Severity.FAIL);
    }

    @Test
    void thePageNamesEveryMigrationAndDrawsTheTables() {
        assertThat(HtmlReport.of(report))
                .contains("V3 name index", "undo-no-op", "public.pet refers to public.person", "DROP TABLE person;")
                .doesNotContain("http:", "src=");
    }

    private static String text(@Nullable InputStream in) throws IOException {
        try (in) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
