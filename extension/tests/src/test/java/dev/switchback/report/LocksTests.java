package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.Lint;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.effect.Blocked;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The picture of what migrations lock. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocksTests {

    private final MigrationReport report;

    LocksTests(Server server, @TempDir Path path) {
        Folder folder = new Folder(path)
                .up(
                        1,
                        "tables",
                        "CREATE TABLE person (id int PRIMARY KEY, name text);\nCREATE TABLE town (id int PRIMARY KEY);")
                .up(
                        2,
                        "home",
                        """
                        SELECT count(*) FROM town;
                        CREATE INDEX person_name ON person (name);
                        ALTER TABLE person ADD town int;
                        ALTER TABLE person ADD CONSTRAINT home FOREIGN KEY (town) REFERENCES town;
                        CREATE TABLE street (id int);""")
                .up(3, "quietly", "CREATE INDEX CONCURRENTLY person_town ON person (town);")
                .up(4, "nothing", "SELECT 1;");
        report = MigrationReport.of(new HistoryReport(ScriptFiles.in(path, List.of(folder.location())))
                .with(Lint.of(server, folder.flyway(), LintSettings.defaults()).run())
                .judged("db/migration", Instant.parse("2026-11-29T05:00:00Z")));
    }

    private ReportedLocks locks(int version) {
        return report.histories().get(0).steps().get(version - 1).locks();
    }

    @Test
    void ofEachTableTheStrongestIsToldWithWhatWaitsAndTheLineThatTakesIt() {
        assertThat(locks(2).tables())
                .containsExactly(
                        new ReportedLock("public.person", Blocked.READS_AND_WRITES, "ACCESS EXCLUSIVE", 3),
                        new ReportedLock("public.town", Blocked.WRITES, "SHARE ROW EXCLUSIVE", 4));
        assertThat(locks(2).unseen()).isEmpty();
    }

    @Test
    void tablesThatAMigrationMakesAreLeftOut() {
        assertThat(locks(1)).isEqualTo(new ReportedLocks(true, List.of(), List.of()));
    }

    @Test
    void whatRunsOutsideATransactionIsSaid() {
        assertThat(locks(3).unseen()).containsExactly(1);
        assertThat(locks(4).unseen()).isEmpty();
    }

    @Test
    void thePageHasATableThatNeedsNoEyes() {
        assertThat(HtmlReport.of(report))
                .contains(
                        """
                        <table class="locks"><caption>What others do that waits, by the strongest lock on each table</caption><thead><tr><th scope="col">table</th><th scope="col">nothing</th><th scope="col">schema changes</th><th scope="col">writes</th><th scope="col">reads and writes</th></tr></thead><tbody>
                        <tr class="reads-and-writes"><th scope="row">public.person</th><td class="on"></td><td class="on"></td><td class="on"></td><td class="on">ACCESS EXCLUSIVE, line 3</td></tr>
                        <tr class="writes"><th scope="row">public.town</th><td class="on"></td><td class="on"></td><td class="on">SHARE ROW EXCLUSIVE, line 4</td><td></td></tr>
                        </tbody></table>
                        """,
                        "<h4>Locks</h4>\n<p>None on a table that was there before.</p>\n",
                        "<p>Not all locks were seen: what begins in line 1 runs outside a transaction.</p>");
    }

    @Test
    void theJsonHasThemAsItsSchemaSays() throws IOException {
        String json = JsonReport.of(report);

        assertThat(json)
                .contains(
                        "\"locks\":{\"tables\":[{\"table\":\"public.person\",\"waits\":\"reads-and-writes\",\"mode\":\"ACCESS EXCLUSIVE\",\"line\":3},"
                                + "{\"table\":\"public.town\",\"waits\":\"writes\",\"mode\":\"SHARE ROW EXCLUSIVE\",\"line\":4}],\"unseen\":[]}");
        assertThat(PublishedSchema.errorsIn(json)).isEmpty();
    }
}
