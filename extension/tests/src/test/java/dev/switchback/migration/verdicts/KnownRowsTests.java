package dev.switchback.migration.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps over generated rows are not judged again while nothing has changed from which their verdicts follow. */
@ExtendWith(SharedServer.class)
class KnownRowsTests {

    private final Server server;
    private final Path path;
    private final Folder folder;
    private final RoundTripSettings only;

    KnownRowsTests(Server server, @TempDir Path path, @TempDir Path kept) {
        this.server = server;
        this.path = path;
        this.folder = new Folder(path);
        this.only = RoundTripSettings.defaults()
                .withGeneratedRows(RoundTripRows.ONLY_GENERATED)
                .withCache(kept);
        folder.step(1, "person", "CREATE TABLE person (id serial PRIMARY KEY, name text);", "DROP TABLE person;")
                .step(
                        2,
                        "closed",
                        "CREATE TABLE closed (a int NOT NULL CHECK (a > 5 AND a < 5));",
                        "DROP TABLE closed;")
                .step(3, "email", "ALTER TABLE person ADD email text;", "ALTER TABLE person DROP email;");
    }

    private Trip trip(RoundTripSettings how) {
        return Trip.of(server, folder.flyway(), how);
    }

    private static List<String> known(Trip trip) {
        return trip.result().known().stream()
                .map(step -> step.migration().version())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = RoundTripRows.class,
            names = {"GENERATED", "ONLY_GENERATED"})
    void nothingIsJudgedTwiceAndAllIsSaidAgain(RoundTripRows rows) {
        folder.step(4, "b", "ALTER TABLE closed ADD b int;", "ALTER TABLE closed DROP b;");
        Trip judged = trip(only.withGeneratedRows(rows));

        Trip again = trip(only.withGeneratedRows(rows));

        assertThat(known(judged)).isEmpty();
        assertThat(known(again)).containsExactly("1", "2", "3", "4");
        assertThat(again.verdicts())
                .isEqualTo(judged.verdicts())
                .containsExactly("V1 holds", "V2 holds", "V3 holds", "V4 holds, rows-not-filled");
        assertThat(again.finding("4")).isEqualTo(judged.finding("4"));
        assertThat(again.result().notCompared())
                .isEqualTo(judged.result().notCompared())
                .anySatisfy(line -> assertThat(line).startsWith("rows of public.closed (before V4): none"));
        for (MigrationStep step : again.result().known()) {
            assertThat(step.changes())
                    .isEqualTo(judged.step(step.migration().version()).changes());
        }
    }

    @Test
    void aNewMigrationAloneIsJudged() {
        trip(only);
        folder.step(4, "tier", "ALTER TABLE person ADD tier int NOT NULL;", "ALTER TABLE person DROP tier;");

        Trip again = trip(only);

        assertThat(known(again)).containsExactly("1", "2", "3");
        assertThat(again.verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds", "V4 rows-up-fails");
        assertThat(again.finding("4").text())
                .isEqualTo(trip(only.withoutCache()).finding("4").text());
        assertThat(again.result().notCompared())
                .anySatisfy(line -> assertThat(line).startsWith("rows of public.closed"));
    }

    @Test
    void whatFailsIsFoundAnewAndWhatIsBehindItIsKnown() {
        folder.step(3, "email", "ALTER TABLE person DROP name;", "ALTER TABLE person ADD name text;")
                .step(4, "note", "ALTER TABLE person ADD note text;", "ALTER TABLE person DROP note;");
        Trip judged = trip(only);

        Trip again = trip(only);

        assertThat(known(again)).containsExactly("1", "2", "4");
        assertThat(again.verdicts()).isEqualTo(judged.verdicts()).contains("V3 rows-undo-loses");
        assertThat(again.finding("3")).isEqualTo(judged.finding("3"));
    }

    @Test
    void aMigrationThatFailsKeepsNothingOfTheOthersBack() {
        folder.step(4, "wrong", "ALTER TABLE persn ADD tier int;", "ALTER TABLE person DROP tier;");
        trip(only);

        assertThat(known(trip(only))).containsExactly("1", "2", "3");
    }

    @Test
    void verdictsWithAndWithoutRowsAreKeptApart() {
        trip(only);

        assertThat(known(trip(only.withGeneratedRows(RoundTripRows.OWN)))).isEmpty();
        assertThat(known(trip(only.withGeneratedRows(RoundTripRows.GENERATED)))).isEmpty();
    }

    @Test
    void otherHintsAreOtherRows() throws IOException {
        trip(only);
        Path hints = Files.writeString(path.resolve("rows.hints"), "person.name in ('Ada')\n");

        assertThat(known(trip(only.withRowHints(hints)))).isEmpty();
        assertThat(known(trip(only.withRowHints(hints)))).containsExactly("1", "2", "3");
    }

    @Test
    void aHintOfAFileThatSpeaksOfNothingFailsEachTime() throws IOException {
        Path hints = Files.writeString(path.resolve("rows.hints"), "person.nmae in ('Ada')\n");

        for (int run = 0; run < 2; run++) {
            Trip trip = trip(only.withRowHints(hints));
            assertThat(known(trip)).isEmpty();
            assertThat(trip.result().findings()).singleElement().satisfies(finding -> assertThat(finding.text())
                    .contains("Did you mean person.name"));
        }
    }

    @Test
    void aHintOfAColumnThatIsGoneIsUnderstoodWhereItsStepIsKnown() throws IOException {
        folder.step(
                4,
                "drop",
                "-- switchback: loses person.name it is not wanted\nALTER TABLE person DROP name;",
                "ALTER TABLE person ADD name text;");
        Path hints = Files.writeString(path.resolve("rows.hints"), "person.name in ('Ada')\n");
        trip(only.withRowHints(hints));
        folder.step(5, "note", "ALTER TABLE person ADD note text;", "ALTER TABLE person DROP note;");

        Trip again = trip(only.withRowHints(hints));

        assertThat(known(again)).contains("1", "2", "3").doesNotContain("5");
        assertThat(again.result().findings()).isEmpty();
    }

    @Test
    void rowsByTheClockThatAMigrationBringsAreJudgedEveryTime() {
        folder.step(4, "log", "CREATE TABLE log (at timestamptz NOT NULL DEFAULT now(), what text);", "DROP TABLE log;")
                .step(5, "note", "ALTER TABLE person ADD note text;", "ALTER TABLE person DROP note;")
                .up(6, "entry", "-- switchback: irreversible it is a log\nINSERT INTO log (what) VALUES ('begin');")
                .step(7, "age", "ALTER TABLE person ADD age int;", "ALTER TABLE person DROP age;");
        trip(only);

        Trip again = trip(only);

        assertThat(known(again)).containsExactly("1", "2", "3", "4", "5");
        assertThat(again.result().judgedEveryTime())
                .containsExactly(
                        "after V6 entry there are rows with values by the clock, so steps from there on are judged every time");
    }

    @Test
    void theNewestMigrationThatBringsRowsByTheClockIsNotKept() {
        folder.step(
                4,
                "log",
                "CREATE TABLE log (at timestamptz NOT NULL DEFAULT now(), what text); INSERT INTO log (what) VALUES ('begin');",
                "DROP TABLE log;");
        trip(only);

        assertThat(known(trip(only))).containsExactly("1", "2", "3");
    }
}
