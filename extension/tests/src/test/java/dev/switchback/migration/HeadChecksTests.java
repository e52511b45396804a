package dev.switchback.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
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

    private HeadChecks checks() {
        return HeadChecks.of(server, folder.flyway(), RoundTripSettings.defaults());
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
