package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.Lint;
import dev.switchback.lint.LintSettings;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows gained and lost, as the round trip counts them and as the lint sees them written. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowsTests {

    private final Server server;
    private final Folder folder;
    private final MigrationReport report;

    RowsTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "person",
                        "CREATE TABLE person (id int PRIMARY KEY, name text);\nINSERT INTO person VALUES (1, 'Ada'), (2, 'Bob');",
                        "DROP TABLE person;")
                .step(2, "third", "INSERT INTO person VALUES (3, 'Cyd');", "DELETE FROM person WHERE id <> 1;")
                .step(3, "upper", "UPDATE person SET name = upper(name);", "UPDATE person SET name = initcap(name);")
                .step(4, "index", "CREATE INDEX name_idx ON person (name);", "DROP INDEX name_idx;");
        report = report(RoundTripSettings.defaults());
    }

    private MigrationReport report(RoundTripSettings settings) {
        return MigrationReport.of(new HistoryReport(ScriptFiles.in(folder.path(), List.of(folder.location())))
                .with(Trip.of(server, folder.flyway(), settings).result(), settings)
                .with(Lint.of(server, folder.flyway(), LintSettings.defaults()).run())
                .judged("db/migration", Instant.parse("2026-11-29T05:00:00Z")));
    }

    private static ReportedRows rows(MigrationReport of, int version) {
        return of.histories().get(0).steps().get(version - 1).rows();
    }

    private static ReportedRows.Count count(String way, long before, long after) {
        return new ReportedRows.Count(way, "public.person", before, after, false);
    }

    @Test
    void eachWayIsCountedForItself() {
        assertThat(rows(report, 1).counts())
                .containsExactly(count("up", 0, 2), count("down", 2, 0), count("again", 0, 2));
        assertThat(rows(report, 2).counts())
                .containsExactly(count("up", 2, 3), count("down", 3, 1), count("again", 1, 2));
        assertThat(rows(report, 4)).isEqualTo(ReportedRows.NONE);
    }

    @Test
    void asManyRowsThatAreOthersAreToldToo() {
        assertThat(rows(report, 3).counts())
                .containsExactly(count("up", 3, 3), count("down", 3, 3), count("again", 3, 3));
    }

    @Test
    void rowsThatStatementsWriteAreTheLints() {
        assertThat(rows(report, 1).written()).containsExactly(new ReportedRows.Written("public.person", 2, 0, 0));
        assertThat(rows(report, 3).written()).containsExactly(new ReportedRows.Written("public.person", 0, 3, 0));
    }

    @Test
    void overGeneratedRowsThatIsSaid() {
        MigrationReport over = report(RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.GENERATED));

        assertThat(rows(over, 2).counts())
                .isNotEmpty()
                .allMatch(ReportedRows.Count::isGenerated)
                .anyMatch(count -> count.way().equals("down") && count.lost() > 1);
        assertThat(HtmlReport.of(over)).contains("each way, over generated rows;");
    }

    @Test
    void thePageHasATableAndTheJsonIsWhatItsSchemaSays() throws IOException {
        assertThat(HtmlReport.of(report))
                .contains(
                        "<caption>Rows before and after each way; an empty cell: the same rows</caption>",
                        "<th scope=\"row\">public.person</th><td>2 → 3, <strong>1 gained</strong></td>"
                                + "<td>3 → 1, <strong>2 lost</strong></td><td>1 → 2, <strong>1 gained</strong></td><td>1 inserted</td>",
                        "<td>3, other contents</td>",
                        "<td>3 updated</td>");
        String json = JsonReport.of(report);
        assertThat(json)
                .contains(
                        "{\"way\":\"down\",\"table\":\"public.person\",\"before\":3,\"after\":1,\"gained\":0,\"lost\":2,"
                                + "\"generated\":false}");
        assertThat(PublishedSchema.errorsIn(json)).isEmpty();
    }
}
