package dev.switchback.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Server;
import dev.switchback.schema.ObjectKind;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedServer.class)
class RoundTripTests {

    private static final RoundTripSettings DEFAULTS = RoundTripSettings.defaults();

    private final Server server;
    private Folder folder;

    RoundTripTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    @BeforeEach
    void aPersonTable() {
        folder = folder.step(
                1,
                "person",
                "CREATE TABLE person (id int PRIMARY KEY, name varchar(80) NOT NULL);",
                "DROP TABLE person;");
    }

    @Test
    void anUndoThatBringsEverythingBackHolds() {
        folder.step(
                2,
                "name index",
                "CREATE INDEX person_name_idx ON person (lower(name));",
                "DROP INDEX person_name_idx;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds");
    }

    @Test
    void aStepKnowsTheSchemaBeforeAndAfter() {
        folder.step(2, "email", "ALTER TABLE person ADD email text;", "ALTER TABLE person DROP email;");

        MigrationStep step = Trip.of(server, folder).step("2");

        assertThat(step).hasToString("V2 email");
        assertThat(step.before().find(ObjectKind.COLUMN, "person.email")).isEmpty();
        assertThat(step.after().find(ObjectKind.COLUMN, "person.email")).isPresent();
        assertThat(step.changes().changes()).hasSize(1);
    }

    @Test
    void flywaysHistoryIsNoPartOfTheSchema() {
        assertThat(Trip.of(server, folder).step("1").after().objects(ObjectKind.TABLE))
                .extracting(table -> table.name().qualified())
                .containsExactly("public.person");
    }

    @Test
    void excludedObjectsAreNotComparedAndAreListed() {
        folder.step(2, "audit", "CREATE TABLE IF NOT EXISTS audit_log (id int);", "SELECT 1;");
        RoundTripSettings settings = DEFAULTS.withExcluded("public.audit_*");

        Trip trip = Trip.of(server, folder.flyway(), settings);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds");
        assertThat(trip.result().notCompared())
                .contains("contents of large objects", "objects excluded by pattern public.audit_*");
    }

    @Test
    void oneBrokenStepDoesNotChangeTheVerdictOfAnother() {
        folder.step(2, "forgotten", "CREATE INDEX forgotten_idx ON person (name);", "SELECT 1;")
                .step(3, "failing", "ALTER TABLE person ADD age int;", "DROP TABLE nowhere;")
                .step(4, "good", "CREATE INDEX good_idx ON person (age);", "DROP INDEX good_idx;")
                .step(5, "lost", "DROP INDEX forgotten_idx;", "SELECT 1;")
                .step(
                        6,
                        "good too",
                        "ALTER TABLE person DROP age;",
                        "ALTER TABLE person ADD age int;\n" + "CREATE INDEX good_idx ON person (age);");

        assertThat(Trip.of(server, folder).verdicts())
                .containsExactly(
                        "V1 holds",
                        "V2 again-fails undo-no-op",
                        "V3 undo-fails",
                        "V4 holds",
                        "V5 again-fails undo-no-op",
                        "V6 holds");
    }

    @Test
    void aMigrationIsAppliedAgainAlsoWhereItsUndoLeavesSomething() {
        folder.step(2, "left", "CREATE TABLE IF NOT EXISTS pet (id int);", "SELECT 1;")
                .step(3, "left too", "CREATE TABLE toy (id int);", "SELECT 1;");

        assertThat(Trip.of(server, folder).verdicts())
                .containsExactly("V1 holds", "V2 undo-no-op", "V3 again-fails undo-no-op");
    }

    @Test
    void sequencesThatMovedDoNotMatterWhereTheUndoIsExcused() {
        folder.step(2, "log", "CREATE TABLE log (id serial, a int, b int);", "DROP TABLE log;")
                .step(
                        3,
                        "moves",
                        "ALTER TABLE log DROP a; INSERT INTO log (b) VALUES (1);",
                        "DELETE FROM log; ALTER TABLE log ADD a int;");

        assertThat(Trip.of(server, folder).verdicts())
                .containsExactly("V1 holds", "V2 holds", "V3 holds, undo-column-order");
    }

    @Test
    void aRoleThatAnotherDatabaseHasMadeIsExplained() {
        String role = "switchback_test_" + Long.toHexString(System.nanoTime());
        folder.step(2, "role", "CREATE ROLE " + role + ";", "DROP ROLE " + role + ";")
                .step(3, "broken", "CREATE TABLE pet (id int);", "SELECT 1;")
                .step(4, "good", "CREATE TABLE toy (id int);", "DROP TABLE toy;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds", "V3 again-fails undo-no-op", "V4 up-fails");
        assertThat(trip.finding("4").text())
                .startsWith("V2__role: the migration fails")
                .contains("It belongs to the whole server, and another database on it has made it already");
    }

    @Test
    void afterAMigrationThatFailsNothingIsReached() {
        folder.step(2, "broken", "ALTER TABLE nowhere ADD x int;", "SELECT 1;")
                .step(3, "never", "SELECT 1;", "SELECT 1;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 up-fails", "V3 skipped");
        assertThat(trip.step("3").verdict()).isEqualTo(new Verdict.Skipped("not reached: V2__broken fails"));
    }

    @Nested
    class Undos {

        @Test
        void aMissingUndoFails() {
            folder.up(2, "no_way_back", "ALTER TABLE person ADD email text;");

            assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 undo-missing");
        }

        @Test
        void aMissingUndoCanBeANotice() {
            folder.up(2, "no_way_back", "ALTER TABLE person ADD email text;");
            RoundTripSettings settings = DEFAULTS.withMissingUndo(Severity.NOTICE);

            assertThat(Trip.of(server, folder.flyway(), settings).verdicts())
                    .containsExactly("V1 holds", "V2 holds, undo-missing");
        }

        @Test
        void anIrreversibleMigrationIsSkippedWithItsReason() {
            folder.up(2, "forget", "-- switchback: irreversible names are gone for good\nUPDATE person SET name = '';");

            assertThat(Trip.of(server, folder).step("2").verdict())
                    .isEqualTo(new Verdict.Skipped("irreversible: names are gone for good"));
        }

        @Test
        void mayLieInALocationOfTheirOwn(@TempDir Path elsewhere) {
            folder.up(2, "email", "ALTER TABLE person ADD email text;");
            new Folder(elsewhere).file("U2__email.sql", "ALTER TABLE person DROP email;");
            RoundTripSettings settings = DEFAULTS.withUndo("filesystem:" + elsewhere);

            assertThat(Trip.of(server, folder.flyway(), settings).verdicts()).containsExactly("V1 holds", "V2 holds");
        }

        @Test
        void withoutAMigrationAreFound() {
            folder.up(2, "email", "ALTER TABLE person ADD email text;")
                    .file("U3__email.sql", "ALTER TABLE person DROP email;");

            Trip trip = Trip.of(server, folder);

            assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 undo-missing");
            assertThat(trip.result().findings()).extracting(Finding::rule).containsExactly("undo-orphan");
            assertThat(trip.result().findings().get(0).text())
                    .contains("U3__email.sql: an undo without its migration")
                    .contains("Did you mean V2__email.sql");
        }

        @Test
        void ofOneVersionTwiceAreFound() {
            folder.file("U1__other.sql", "DROP TABLE person;");

            assertThat(Trip.of(server, folder).result().findings())
                    .extracting(Finding::rule)
                    .contains("undo-ambiguous");
        }

        @Test
        void namedUnlikeTheirMigrationAreNoticed() {
            folder.up(2, "email", "ALTER TABLE person ADD email text;")
                    .file("U2__mail.sql", "ALTER TABLE person DROP email;");

            Trip trip = Trip.of(server, folder);

            assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds");
            assertThat(trip.result().findings())
                    .singleElement()
                    .returns("undo-name", Finding::rule)
                    .returns(Severity.NOTICE, Finding::severity);
        }

        @Test
        void thatAreEmptyHoldWhereTheMigrationChangesNothing() {
            folder.step(2, "nothing", "", "").step(3, "comment", "-- nothing", "-- nothing either");

            assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
        }
    }

    @Nested
    class Modes {

        @Test
        void latestJudgesTheNewestOnly() {
            folder.up(2, "no_undo", "ALTER TABLE person ADD email text;")
                    .step(3, "phone", "ALTER TABLE person ADD phone text;", "ALTER TABLE person DROP phone;");

            assertThat(Trip.of(server, folder.flyway(), DEFAULTS.withMode(RoundTripMode.LATEST))
                            .verdicts())
                    .containsExactly("V3 holds");
        }

        @Test
        void fromSkipsWhatIsOlder() {
            folder.up(2, "no_undo", "ALTER TABLE person ADD email text;")
                    .step(3, "phone", "ALTER TABLE person ADD phone text;", "ALTER TABLE person DROP phone;");

            assertThat(Trip.of(server, folder.flyway(), DEFAULTS.withFrom("3")).verdicts())
                    .containsExactly("V3 holds");
        }

        @Test
        void fromBehindTheNewestIsAnError() {
            assertThatThrownBy(() -> RoundTrip.of(server, folder.flyway(), DEFAULTS.withFrom("9")))
                    .isInstanceOf(MigrationsException.class)
                    .hasMessage("No migration has version 9 or a newer one; the newest is V1__person.");
        }

        @Test
        void fullGoesDownToEmptyAndUpAgain() {
            folder.step(2, "phone", "ALTER TABLE person ADD phone text;", "ALTER TABLE person DROP phone;");

            assertThat(Trip.of(server, folder.flyway(), DEFAULTS.withMode(RoundTripMode.FULL))
                            .verdicts())
                    .containsExactly("V1 holds", "V2 holds");
        }

        @Test
        void fullNamesTheMigrationWhoseObjectIsLeft() {
            folder.step(2, "mood", "CREATE TYPE mood AS ENUM ('sad', 'ok');", "SELECT 1;")
                    .step(3, "phone", "ALTER TABLE person ADD phone text;", "ALTER TABLE person DROP phone;");

            assertThat(Trip.of(server, folder.flyway(), DEFAULTS.withMode(RoundTripMode.FULL))
                            .verdicts())
                    .containsExactly("V1 skipped", "V2 again-fails undo-no-op", "V3 skipped");
        }

        /** The undo below fails only because of it. */
        @Test
        void fullBlamesTheUndoThatTakesAwayTooMuch() {
            folder.step(2, "index", "CREATE INDEX name_index ON person (name);", "DROP INDEX name_index;")
                    .step(
                            3,
                            "phone",
                            "ALTER TABLE person ADD phone text;",
                            "ALTER TABLE person DROP phone; DROP INDEX name_index;")
                    .step(4, "email", "ALTER TABLE person ADD email text;", "ALTER TABLE person DROP email;");

            Trip trip = Trip.of(server, folder.flyway(), DEFAULTS.withMode(RoundTripMode.FULL));

            assertThat(trip.verdicts()).containsExactly("V1 skipped", "V2 skipped", "V3 undo-incomplete", "V4 skipped");
            assertThat(trip.step("2").verdict().toString())
                    .contains(
                            "V2__index, whose undo holds by itself and fails there: ", "\"name_index\" does not exist");
        }

        /** Nothing on the way up has touched what is gone. */
        @Test
        void fullBlamesTheUndoThatTakesAwayWhatWasThereBefore() {
            folder.up(2, "index", "CREATE INDEX name_index ON person (name);")
                    .step(3, "phone", "ALTER TABLE person ADD phone text;", "ALTER TABLE person DROP phone;")
                    .step(
                            4,
                            "email",
                            "ALTER TABLE person ADD email text;",
                            "ALTER TABLE person DROP email; DROP INDEX name_index;");

            assertThat(Trip.of(server, folder.flyway(), DEFAULTS.withMode(RoundTripMode.FULL))
                            .verdicts())
                    .containsExactly("V1 skipped", "V2 undo-missing", "V3 holds", "V4 again-differs undo-incomplete");
        }

        @Test
        void fullEndsAboveTheLastMigrationWithoutUndo() {
            folder.up(2, "no_undo", "ALTER TABLE person ADD email text;")
                    .step(3, "phone", "ALTER TABLE person ADD phone text;", "ALTER TABLE person DROP phone;");

            assertThat(Trip.of(server, folder.flyway(), DEFAULTS.withMode(RoundTripMode.FULL))
                            .verdicts())
                    .containsExactly("V1 skipped", "V2 undo-missing", "V3 holds");
        }
    }

    @Test
    void noMigrationsIsAnErrorThatNamesTheLocation(@TempDir Path empty) {
        assertThatThrownBy(() -> RoundTrip.of(server, new Folder(empty).flyway(), DEFAULTS))
                .isInstanceOf(MigrationsException.class)
                .hasMessage(
                        """
                        No migrations found. Flyway looked for V<version>__<description>.sql in:
                          filesystem:%s
                        Set the locations: in JUnit with @TestDatabase(migrations = ...), on the command line with --locations."""
                                .formatted(empty));
    }
}
