package dev.switchback.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedServer.class)
class HeadChecksTests {

    private final Server server;
    private final Folder folder;

    HeadChecksTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path).up(1, "word", "CREATE TABLE word (id serial, text text);");
    }

    private HeadChecks checks(JavaMigration... more) {
        return HeadChecks.of(server, folder.flyway().javaMigrations(more), RoundTripSettings.defaults());
    }

    @Test
    void goodMigrationsPassEveryCheck() {
        folder.file("R__view.sql", "CREATE OR REPLACE VIEW words AS SELECT text FROM word;");

        try (HeadChecks checks = checks()) {
            assertThat(checks.appliesOnAnEmptyDatabase()).isEmpty();
            assertThat(checks.runningAgainChangesNothing()).isEmpty();
            assertThat(checks.repeatablesAreRepeatable()).isEmpty();
            assertThat(checks.historyIsValid()).isEmpty();
        }
    }

    @Test
    void aMigrationThatFailsIsNamedByEveryCheck() {
        folder.up(2, "broken", "DROP TABLE nowhere;");

        try (HeadChecks checks = checks()) {
            assertThat(checks.historyIsValid()).singleElement().satisfies(finding -> assertThat(finding.text())
                    .isEqualTo(
                            """
                            V2__broken.sql: the migration fails

                              %s/V2__broken.sql:1
                              SQLSTATE 42P01
                              ERROR: table "nowhere" does not exist

                                DROP TABLE nowhere;
                            """
                                    .formatted(folder.path())));
        }
    }

    @Test
    void whatFlywayRefusesIsAnErrorEveryTime() {
        folder.up(1, "twice", "SELECT 1;");

        try (HeadChecks checks = checks()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(checks::appliesOnAnEmptyDatabase)
                        .isInstanceOf(MigrationsException.class)
                        .hasMessageStartingWith("2 migrations have version 1:");
            }
        }
    }

    @Test
    void aRepeatableThatRunsEveryTime() {
        try (HeadChecks checks = checks(new R__Always())) {
            assertThat(checks.runningAgainChangesNothing())
                    .extracting(Finding::text)
                    .containsExactly(
                            """
                            Running the migrations again runs 1 of them again

                              Flyway had applied everything, and its next call found something to do. A repeatable migration runs again
                              when its checksum changes: does one hold a placeholder that is another in every run?
                            """);
        }
    }

    /** Has another checksum whenever Flyway asks. */
    public static final class R__Always extends BaseJavaMigration {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Integer getChecksum() {
            return asked.incrementAndGet();
        }

        @Override
        public void migrate(Context context) {}
    }

    @Test
    void aCallbackThatChangesSomethingInEveryRun() {
        folder.file(
                        "afterMigrate.sql",
                        "ALTER TABLE word ADD IF NOT EXISTS at text;\nINSERT INTO word (text) VALUES ('run');")
                .file("beforeMigrate.sql", "DROP VIEW IF EXISTS words;")
                .file("R__view.sql", "CREATE OR REPLACE VIEW words AS SELECT text FROM word;");

        try (HeadChecks checks = checks()) {
            assertThat(checks.runningAgainChangesNothing()).singleElement().satisfies(finding -> {
                assertThat(finding.text())
                        .isEqualTo(
                                """
                                Running the migrations again changes the database

                                  What is there afterwards differs from what was there before:

                                    - view public.words    SELECT text FROM public.word;

                                    rows of public.word: 1 row   ->   2 rows
                                """);
                assertThat(finding.difference()).isPresent();
            });
        }
    }

    @Test
    void aMigrationThatIsNotWhatWasApplied() {
        try (HeadChecks checks = checks(new V2__Other())) {
            assertThat(checks.historyIsValid())
                    .extracting(finding -> finding.text().replaceAll(": \\d+", ": 42"))
                    .containsExactly(
                            """
                            The history is not valid: V2 Other

                              Migration checksum mismatch for migration version 2
                              -> Applied to database : 42
                              -> Resolved locally    : 42
                              Either revert the changes to the migration, or run repair to update the schema history.
                            """);
        }
    }

    /** Has another checksum whenever Flyway asks. */
    public static final class V2__Other extends BaseJavaMigration {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Integer getChecksum() {
            return asked.incrementAndGet();
        }

        @Override
        public void migrate(Context context) {}
    }

    @Test
    void aRepeatableThatIsNotRepeatable() {
        folder.file("R__row.sql", "INSERT INTO word (text) VALUES ('again');");

        try (HeadChecks checks = checks()) {
            assertThat(checks.repeatablesAreRepeatable())
                    .extracting(Finding::text)
                    .containsExactly(
                            """
                    Running the repeatable migrations a second time changes the database

                      What is there afterwards differs from what was there before:

                        rows of public.word: 1 row   ->   2 rows
                    """);
        }
    }
}
