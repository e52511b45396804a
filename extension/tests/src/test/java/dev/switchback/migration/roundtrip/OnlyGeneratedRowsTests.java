package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round trip that tells only what generated rows show. */
class OnlyGeneratedRowsTests extends CustomerHistory {

    private static final RoundTripSettings ONLY =
            RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.ONLY_GENERATED);

    private final Path path;

    OnlyGeneratedRowsTests(Server server, @TempDir Path path) {
        super(server, path);
        this.path = path;
    }

    @Test
    void whatShowsWithoutRowsIsLeftToOthers() {
        folder.step(2, "tier", "ALTER TABLE customer ADD tier int NOT NULL;", "ALTER TABLE customer DROP tier;")
                .step(3, "left", "CREATE INDEX ON customer (email);", "SELECT 1;")
                .step(4, "lost", "ALTER TABLE customer DROP email;", "ALTER TABLE customer ADD email text;");

        assertThat(trip(ONLY).verdicts())
                .containsExactly("V1 holds", "V2 rows-up-fails", "V3 holds", "V4 rows-undo-loses");
    }

    @Test
    void aMigrationWithoutAWayDownRunsOverRowsAsWell() {
        folder.up(2, "name", "-- switchback: irreversible no way\nALTER TABLE customer ADD name text;")
                .up(3, "tier", "ALTER TABLE customer ADD tier int NOT NULL;");

        assertThat(trip(ONLY).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 rows-up-fails");
    }

    @Test
    void behindAMigrationThatFailsAnywayNothingIsReached() {
        folder.step(2, "wrong", "ALTER TABLE custommer ADD tier int;", "ALTER TABLE customer DROP tier;")
                .step(3, "name", "ALTER TABLE customer ADD name text;", "ALTER TABLE customer DROP name;");

        assertThat(trip(ONLY).verdicts()).containsExactly("V1 holds", "V2 up-fails", "V3 skipped");
    }

    @Test
    void inModeFullItTakesTheStepsOneByOneAllTheSame() {
        folder.step(2, "tier", "ALTER TABLE customer ADD tier int NOT NULL;", "ALTER TABLE customer DROP tier;");

        assertThat(trip(ONLY.withMode(RoundTripMode.FULL)).verdicts()).containsExactly("V1 holds", "V2 rows-up-fails");
    }

    @Test
    void aTableThatTakesNoRowIsANoticeOfTheMigrationThatSpeaksOfIt() {
        folder.step(2, "closed", "CREATE TABLE closed (a int NOT NULL CHECK (a > 5 AND a < 5));", "DROP TABLE closed;")
                .step(3, "name", "ALTER TABLE customer ADD name text;", "ALTER TABLE customer DROP name;")
                .step(4, "b", "ALTER TABLE closed ADD b int;", "ALTER TABLE closed DROP b;");
        Trip trip = trip(ONLY);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds", "V4 holds, rows-not-filled");
        assertThat(trip.finding("4").text())
                .isEqualTo(
                        """
                        V4__b: no rows could be generated for public.closed

                          The migration speaks of the table, and what it does to rows of it is not known, because new row for relation "closed" violates check constraint "closed_a_check", ((a > 5) AND (a < 5))

                          To fill a table, say in a migration which values a column takes:

                            -- switchback: rows closed.<column> >= 0

                          or say it in the file of @MigrationRoundTrip(rowHints = "rows.hints"), without the words before it, or bring rows of
                          your own for that table: @SeededFixtures(value = "closed.yaml", at = "3")
                        """);
        assertThat(trip.result().notCompared())
                .anySatisfy(line -> assertThat(line).startsWith("rows of public.closed (before V4): none"));
    }

    @Test
    void aTableThatHasRowsAndTakesNoMoreIsNoGap() {
        folder.step(
                        2,
                        "kind",
                        "CREATE TABLE kind (a text PRIMARY KEY CHECK (a = 'x')); INSERT INTO kind VALUES ('x');",
                        "DROP TABLE kind;")
                .step(3, "b", "ALTER TABLE kind ADD b int;", "ALTER TABLE kind DROP b;");

        assertThat(trip(ONLY).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
    }

    @Test
    void hintsOfAFileHoldWhereverThereIsSuchAColumn() throws IOException {
        Path hints = Files.writeString(path.resolve("rows.hints"), "code.value in ('secret')\n");
        folder.step(
                        2,
                        "code",
                        "CREATE TABLE code (value text NOT NULL CHECK (md5(value) = '5ebe2294ecd0e0f08eab7690d2a6ee69'));",
                        "DROP TABLE code;")
                .step(3, "b", "ALTER TABLE code ADD b int NOT NULL;", "ALTER TABLE code DROP b;");
        Trip trip = trip(ONLY.withRowHints(hints));

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds", "V3 rows-up-fails");
        assertThat(trip.result().findings()).isEmpty();
    }

    @Test
    void aHintOfAFileThatSpeaksOfNothingFails() throws IOException {
        Path hints = Files.writeString(path.resolve("rows.hints"), "# of customers\ncustomer.emale like '%@%'\n");

        assertThat(trip(ONLY.withRowHints(hints)).result().findings())
                .extracting(Finding::text)
                .containsExactly(
                        """
                        A hint for generated rows is not understood: customer.emale like '%%@%%'

                          %s:2

                          the hint "customer.emale like '%%@%%'" (%s:2) speaks of customer.emale, and no table has a column of that name, nor is there such a domain. Did you mean customer.email?
                          That is so before each migration and after the newest one.
                        """
                                .formatted(hints, hints));
    }

    @Test
    void aHintThatContradictsTheSchemaIsToldWithTheTable() throws IOException {
        Path hints = Files.writeString(path.resolve("rows.hints"), "customer.email in ('a')\n");
        folder.step(
                        2,
                        "long",
                        "ALTER TABLE customer ADD CONSTRAINT long CHECK (length(email) > 5);",
                        "ALTER TABLE customer DROP CONSTRAINT long;")
                .step(3, "b", "ALTER TABLE customer ADD b int;", "ALTER TABLE customer DROP b;");

        assertThat(trip(ONLY.withRowHints(hints)).finding("3").text())
                .contains("no value was found that meets the hint \"customer.email in ('a')\"")
                .contains("and what the schema demands");
    }
}
