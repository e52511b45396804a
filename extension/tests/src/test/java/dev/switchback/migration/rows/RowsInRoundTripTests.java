package dev.switchback.migration.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.migration.Finding;
import dev.switchback.migration.HeadChecks;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.RowSource;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows that come in at a version, and what the steps after it do to them. */
@ExtendWith(SharedServer.class)
class RowsInRoundTripTests {

    private static final String FORGETS_PHONES = "ALTER TABLE person DROP phone;";
    private static final String ADDS_PHONE = "ALTER TABLE person ADD phone text;";

    private final Server server;
    private final Folder folder;

    RowsInRoundTripTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "person",
                        "CREATE TABLE person (id int PRIMARY KEY, name text, phone text);",
                        "DROP TABLE person;");
    }

    private static RowSource sql(String statements) {
        return database -> run(database, statements);
    }

    private static void run(DataSource database, String statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static RoundTripSettings people() {
        return RoundTripSettings.defaults()
                .withRows("1", sql("INSERT INTO person VALUES (12, 'Alice', '+44 1234'), (13, 'Bob', NULL)"));
    }

    private Trip trip(RoundTripSettings settings) {
        return Trip.of(server, folder.flyway(), settings);
    }

    @Test
    void withoutRowsNothingIsLost() {
        folder.step(2, "forgets_phones", FORGETS_PHONES, ADDS_PHONE);

        assertThat(trip(RoundTripSettings.defaults()).verdicts()).containsExactly("V1 holds", "V2 holds");
    }

    @Test
    void laterStepsMustKeepThem() {
        folder.step(2, "forgets_phones", FORGETS_PHONES, ADDS_PHONE)
                .step(3, "index", "CREATE INDEX person_name ON person (name);", "DROP INDEX person_name;");

        assertThat(trip(people()).verdicts()).containsExactly("V1 holds", "V2 undo-rows", "V3 holds");
    }

    @Test
    void theStepOfTheirOwnVersionIsJudgedWithoutThem() {
        folder.step(2, "email", "ALTER TABLE person ADD email text NOT NULL;", "ALTER TABLE person DROP email;")
                .step(3, "phones", "UPDATE person SET phone = '';", "SELECT 2;");
        RoundTripSettings settings = RoundTripSettings.defaults()
                .withRows("2", sql("INSERT INTO person VALUES (12, 'Alice', '+44 1234', 'alice@example.org')"));

        assertThat(trip(settings).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 undo-rows");
    }

    @Test
    void aMigrationThatFailsOnThemIsFound() {
        folder.step(2, "email", "ALTER TABLE person ADD email text NOT NULL;", "ALTER TABLE person DROP email;");

        assertThat(trip(people()).verdicts()).containsExactly("V1 holds", "V2 up-fails");
    }

    @Test
    void mayComeAtSeveralVersions() {
        folder.step(2, "pet", "CREATE TABLE pet (id int PRIMARY KEY, name text);", "DROP TABLE pet;")
                .step(3, "shouts", "UPDATE pet SET name = upper(name);", "UPDATE pet SET name = lower(name);")
                .step(4, "phones", FORGETS_PHONES, ADDS_PHONE);
        RoundTripSettings settings = people().withRows("2", sql("INSERT INTO pet VALUES (1, 'Rex')"));

        assertThat(trip(settings).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 undo-rows", "V4 undo-rows");
    }

    @Test
    void areThereAlsoBehindABrokenStep() {
        folder.step(2, "left", "CREATE TABLE left_over (id int);", "SELECT 1;")
                .step(3, "phones", FORGETS_PHONES, ADDS_PHONE);

        assertThat(trip(people()).verdicts()).containsExactly("V1 holds", "V2 again-fails undo-no-op", "V3 undo-rows");
    }

    @Test
    void areThereInEveryPartOfALongHistory() {
        for (int version = 2; version <= 60; version++) {
            folder.step(
                    version,
                    "index",
                    "CREATE INDEX i ON person (name);".replace("i ", "i" + version + " "),
                    "DROP INDEX i" + version + ";");
        }
        folder.step(61, "phones", FORGETS_PHONES, ADDS_PHONE);
        RoundTripSettings settings =
                people().withParallelism(3).withRows("50", sql("UPDATE person SET name = upper(name)"));

        Trip trip = trip(settings);

        assertThat(trip.verdicts())
                .hasSize(61)
                .contains("V61 undo-rows")
                .filteredOn(verdict -> !verdict.endsWith(" holds"))
                .hasSize(1);
    }

    @Test
    void ofTheNewestMigrationAreJudgedToo() {
        folder.step(2, "index", "CREATE INDEX person_name ON person (name);", "DROP INDEX person_name;")
                .step(3, "phones", FORGETS_PHONES, ADDS_PHONE);

        assertThat(trip(people().withMode(RoundTripMode.LATEST)).verdicts()).containsExactly("V3 undo-rows");
    }

    @Nested
    class AllTheWayDown {

        private RoundTripSettings full() {
            return people().withMode(RoundTripMode.FULL);
        }

        @Test
        void theyAreTakenDownToWhereTheyCameIn() {
            folder.step(2, "pet", "CREATE TABLE pet (id int);", "DROP TABLE pet;")
                    .step(3, "phones", FORGETS_PHONES, ADDS_PHONE);

            assertThat(trip(full()).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 undo-rows");
        }

        @Test
        void whatIsLostIsLaidAtTheDoorOfWhoTouchedItLast() {
            folder.step(2, "phones", FORGETS_PHONES, ADDS_PHONE)
                    .step(3, "pet", "CREATE TABLE pet (id int);", "DROP TABLE pet;");

            assertThat(trip(full()).verdicts()).containsExactly("V1 holds", "V2 undo-rows", "V3 holds");
        }

        @Test
        void whatHoldsHoldsWithThem() {
            folder.step(
                    2,
                    "split",
                    "ALTER TABLE person ADD shout text; UPDATE person SET shout = upper(name);",
                    "ALTER TABLE person DROP shout;");

            assertThat(trip(full()).verdicts()).containsExactly("V1 holds", "V2 holds");
        }

        @Test
        void aMigrationThatFailsOnThemIsFound() {
            folder.step(2, "email", "ALTER TABLE person ADD email text NOT NULL;", "ALTER TABLE person DROP email;");

            assertThat(trip(full()).verdicts()).containsExactly("V1 holds", "V2 up-fails");
        }
    }

    @Nested
    class WrongUse {

        @Test
        void rowsForAVersionThatThereIsNot() {
            assertThatThrownBy(() -> trip(RoundTripSettings.defaults().withRows("10", sql("SELECT 1"))))
                    .isInstanceOf(MigrationsException.class)
                    .hasMessage(
                            "There are rows for version 10, but no migration has it; did you mean 1? The newest is 1.");
        }

        @Test
        void rowsThatTheDatabaseRefuses() {
            RoundTripSettings settings =
                    RoundTripSettings.defaults().withRows("1", sql("INSERT INTO nobody VALUES (1)"));

            assertThatThrownBy(() -> trip(settings))
                    .isInstanceOf(MigrationsException.class)
                    .hasMessageStartingWith(
                            "The rows for version 1 cannot be inserted: ERROR: relation \"nobody\" does not exist");
        }
    }

    @Nested
    class AtTheNewestVersion {

        @Test
        void repeatablesMustNotTouchThemTwice() {
            folder.file("R__phones.sql", "UPDATE person SET phone = coalesce(phone, '') || '!';");

            try (HeadChecks bare = HeadChecks.of(server, folder.flyway(), RoundTripSettings.defaults());
                    HeadChecks checks = HeadChecks.of(server, folder.flyway(), people())) {
                assertThat(bare.repeatablesAreRepeatable()).isEmpty();
                assertThat(checks.repeatablesAreRepeatable())
                        .extracting(Finding::rule)
                        .containsExactly("repeatable-changes");
            }
        }
    }
}
