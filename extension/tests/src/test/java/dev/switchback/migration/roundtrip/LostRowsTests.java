package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to lose rows that a schema alone does not show, each with what its author reads. */
@ExtendWith(SharedServer.class)
class LostRowsTests {

    private final Server server;
    private final Folder folder;

    LostRowsTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "person",
                        """
                        CREATE TABLE person (
                            id int PRIMARY KEY, name text NOT NULL, shout text GENERATED ALWAYS AS (upper(name)) STORED,
                            balance numeric(10, 4) DEFAULT 0, phone text);
                        CREATE TABLE note (person int REFERENCES person ON DELETE CASCADE, text text);
                        """,
                        "DROP TABLE note, person;");
    }

    /** Five people, of whom two are known by name, and their notes. */
    private static final class People implements RowSource {

        @Override
        public void insert(DataSource database) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        """
                        INSERT INTO person (id, name, phone, balance) VALUES
                            (12, 'Alice', '+44 1234', 1.2345), (13, 'Bob', '+44 5678', 2), (14, 'Carol', NULL, 3),
                            (15, 'Dan', NULL, 4.5), (16, 'Eve', NULL, 0);
                        INSERT INTO note VALUES (12, 'met in May'), (12, 'likes tea'), (16, 'listens');
                        """);
            }
        }

        @Override
        public Optional<String> label(String table, Map<String, String> key) {
            return Optional.ofNullable(Map.of("12", "alice", "13", "bob").get(key.get("id")))
                    .filter(label -> table.equals("public.person"));
        }
    }

    private Trip trip(String up, String undo) {
        return trip(up, undo, RoundTripMode.STEPS);
    }

    private Trip trip(String up, String undo, RoundTripMode mode) {
        folder.step(2, "change", up, undo);
        return Trip.of(
                server,
                folder.flyway(),
                RoundTripSettings.defaults().withMode(mode).withRows("1", new People()));
    }

    private static List<Finding> findings(Trip trip) {
        return trip.step("2").verdict().findings();
    }

    private String text(String rule, Trip trip) {
        return findings(trip).stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::text)
                .collect(Collectors.joining())
                .replace(folder.path() + "/", "");
    }

    /** The losses that are told after the undo, without the text around them. */
    private String lost(String up, String undo) {
        return differences(text("undo-rows", trip(up, undo)));
    }

    private static String differences(String text) {
        return text.lines()
                .skip(2)
                .filter(line -> line.startsWith("    "))
                .filter(line -> !line.contains("-- switchback"))
                .map(line -> line.substring(4) + "\n")
                .collect(Collectors.joining());
    }

    private List<String> verdicts(String up, String undo) {
        return trip(up, undo).verdicts().subList(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE person RENAME phone TO telephone;",
                "ALTER TABLE person RENAME TO human;",
                "ALTER TABLE person RENAME phone TO telephone; ALTER TABLE person RENAME TO human;",
                "CREATE SCHEMA other; ALTER TABLE note SET SCHEMA other;",
                "ALTER TABLE person ALTER id TYPE bigint; ALTER TABLE person RENAME id TO no;",
                "ALTER TABLE note ADD written date DEFAULT '2020-02-02';"
            })
    void rowsThatComeBackWithTheSchemaAreNotLost(String up) {
        assertThat(findings(trip(up, "SELECT 1;")))
                .extracting(Finding::rule)
                .contains("undo-no-op")
                .doesNotContain("undo-rows");
    }

    @Test
    void rowsThatDoNotComeBackWithTheSchemaAreLost() {
        assertThat(lost("ALTER TABLE person DROP phone;", "SELECT 1;"))
                .startsWith("rows of public.person: 2 of 5 lost their phone");
        assertThat(lost("ALTER TABLE person RENAME phone TO telephone; DELETE FROM note;", "SELECT 1;"))
                .startsWith("rows of public.note: 3 of 3 are gone")
                .doesNotContain("rows of public.person");
        assertThat(lost(
                        "ALTER TABLE person RENAME phone TO telephone; UPDATE person SET telephone = '0';",
                        "SELECT 1;"))
                .startsWith("rows of public.person: ");
    }

    @Test
    void besideRowsWhoseLossIsMeantOthersComeBack() {
        String up = "-- switchback: loses note they are of no use any more\n"
                + "ALTER TABLE person RENAME phone TO telephone; DELETE FROM note;";

        assertThat(findings(trip(up, "SELECT 1;")))
                .extracting(Finding::rule)
                .contains("undo-no-op", "loss-declared")
                .doesNotContain("undo-rows");
    }

    /** The way down of all steps is one, and the SQL that mends is tried on one step. */
    @Test
    void inFullARenamedColumnIsToldWithItsRows() {
        Trip trip = trip("ALTER TABLE person RENAME phone TO telephone;", "SELECT 1;", RoundTripMode.FULL);

        assertThat(findings(trip)).extracting(Finding::rule).contains("undo-no-op", "undo-rows");
    }

    @Test
    void theWholeMessage() {
        assertThat(text("undo-rows", trip("ALTER TABLE person DROP phone;", "ALTER TABLE person ADD phone text;")))
                .isEqualTo(
                        """
                        V2__change: the undo does not bring the rows back

                          U2__change.sql ran without error, but these tables do not hold what they held before V2:

                            rows of public.person: 2 of 5 lost their phone
                              person/alice (id 12)   '+44 1234'   ->   null
                              person/bob (id 13)     '+44 5678'   ->   null

                          If that is meant, say so in V2__change.sql:

                            -- switchback: loses person.phone <reason>
                        """);
    }

    @Nested
    class Values {

        @Test
        void thatBecomeADefault() {
            assertThat(lost(
                            "ALTER TABLE person DROP balance;",
                            "ALTER TABLE person ADD balance numeric(10, 4) DEFAULT 0;"))
                    .isEqualTo(
                            """
                            rows of public.person: 4 of 5 have another balance
                              person/alice (id 12)   1.2345   ->   0.0000
                              person/bob (id 13)     2.0000   ->   0.0000
                              id 14                  3.0000   ->   0.0000
                              and 1 more
                            """);
        }

        @Test
        void thatAreRounded() {
            assertThat(lost(
                            "ALTER TABLE person ALTER balance TYPE numeric(10, 1);",
                            "ALTER TABLE person ALTER balance TYPE numeric(10, 4);"))
                    .isEqualTo(
                            """
                            rows of public.person: 1 of 5 has another balance
                              person/alice (id 12)   1.2345   ->   1.2000
                            """);
        }

        @Test
        void thatAreCut() {
            assertThat(lost("UPDATE person SET name = left(name, 3);", "SELECT 2;"))
                    .isEqualTo(
                            """
                            rows of public.person: 2 of 5 have another name
                              person/alice (id 12)   'Alice'   ->   'Ali'
                              id 14                  'Carol'   ->   'Car'
                            """);
        }

        @Test
        void ofAColumnThatIsNotThereAnyMore() {
            assertThat(lost("ALTER TABLE person DROP phone;", "SELECT 2;"))
                    .isEqualTo(
                            """
                            rows of public.person: 2 of 5 lost their phone
                              person/alice (id 12)   '+44 1234'   ->   no such column
                              person/bob (id 13)     '+44 5678'   ->   no such column
                            """);
        }

        @Test
        void thatHaveChangedPlaces() {
            assertThat(lost(
                            "ALTER TABLE note ADD id serial PRIMARY KEY;",
                            "UPDATE note SET text = 'met in May' WHERE person = 16; ALTER TABLE note DROP id;"))
                    .isEqualTo(
                            """
                            rows of public.note: 1 of 3 has another text
                              person 16   'listens'   ->   'met in May'
                            """);
        }

        @Test
        void ofAKey() {
            assertThat(lost("SELECT 2;", "UPDATE person SET id = 17 WHERE id = 15;"))
                    .isEqualTo(
                            """
                            rows of public.person: 1 of 5 is gone
                              id 15   name 'Dan', balance 4.5000
                            rows of public.person: 1 was not there before
                              id 17   name 'Dan', balance 4.5000
                            """);
        }

        @Test
        void thatAreLong() {
            assertThat(lost("UPDATE note SET text = repeat(text, 9) WHERE person = 16;", "SELECT 2;"))
                    .isEqualTo(
                            """
                            rows of public.note: 1 of 3 has another text
                              person 16   'listens'   ->   'listenslistenslistenslistenslistensliste... (63 characters)'
                            """);
        }
    }

    @Nested
    class Rows {

        @Test
        void thatAreGone() {
            assertThat(lost("DELETE FROM person WHERE phone IS NOT NULL;", "SELECT 2;"))
                    .isEqualTo(
                            """
                            rows of public.note: 2 of 3 are gone
                              person 12, text 'likes tea'
                              person 12, text 'met in May'
                            rows of public.person: 2 of 5 are gone
                              person/alice (id 12)   name 'Alice', balance 1.2345, phone '+44 1234'
                              person/bob (id 13)     name 'Bob', balance 2.0000, phone '+44 5678'
                            """);
        }

        @Test
        void thatAreGoneWithTheirTable() {
            assertThat(lost("DROP TABLE note;", "SELECT 2;"))
                    .isEqualTo(
                            """
                            rows of public.note: 3 of 3 are gone
                              person 12, text 'likes tea'
                              person 12, text 'met in May'
                              person 16, text 'listens'
                            """);
        }

        @Test
        void thatWereNotThere() {
            assertThat(lost("INSERT INTO person VALUES (1);".replace("(1)", "(1, 'Zoe')"), "SELECT 2;"))
                    .isEqualTo(
                            """
                            rows of public.person: 1 was not there before
                              id 1   name 'Zoe', balance 0.0000
                            """);
        }

        @Test
        void thatAreThereTwice() {
            assertThat(lost("INSERT INTO note SELECT * FROM note WHERE person = 16;", "SELECT 2;"))
                    .isEqualTo(
                            """
                            rows of public.note: 1 was not there before
                              person 16, text 'listens'
                            """);
        }
    }

    @Nested
    class WhatIsNoLoss {

        @Test
        void aColumnThatIsRenamedAndRenamedBack() {
            assertThat(verdicts(
                            "ALTER TABLE person RENAME phone TO number;", "ALTER TABLE person RENAME number TO phone;"))
                    .containsExactly("V2 holds");
        }

        @Test
        void aColumnThatComesBackInAnotherPlace() {
            assertThat(
                            verdicts(
                                    """
                            CREATE TABLE balance AS SELECT id, balance FROM person; ALTER TABLE person DROP balance;
                            """,
                                    """
                            ALTER TABLE person ADD balance numeric(10, 4) DEFAULT 0;
                            UPDATE person SET balance = b.balance FROM balance b WHERE b.id = person.id;
                            DROP TABLE balance;
                            """))
                    .containsExactly("V2 holds, undo-column-order");
        }

        @Test
        void aColumnThatTheUndoLeavesIsTheSchemas() {
            assertThat(verdicts("ALTER TABLE person ADD IF NOT EXISTS email text DEFAULT 'none';", "SELECT 2;"))
                    .containsExactly("V2 undo-incomplete");
        }

        @Test
        void aTableWithoutColumns() {
            assertThat(verdicts("CREATE TABLE nothing (); INSERT INTO nothing DEFAULT VALUES;", "DROP TABLE nothing;"))
                    .containsExactly("V2 holds");
        }
    }

    @Nested
    class Chance {

        @Test
        void aDefaultOfTheClockIsExcused() {
            assertThat(text(
                            "not-deterministic",
                            trip(
                                    "ALTER TABLE person ADD seen timestamptz DEFAULT clock_timestamp();",
                                    "ALTER TABLE person DROP seen;")))
                    .isEqualTo(
                            """
                            V2__change: the migration does not give the same in every run

                              Two runs from the same state differ here, as a clock or a random number makes it; not compared:

                                rows of public.person: 5 of 5 have another seen
                            """);
        }

        @Test
        void butNotWhatIsLostBesideIt() {
            Trip trip = trip(
                    """
                    ALTER TABLE person ADD seen timestamptz DEFAULT clock_timestamp(), ADD shown text;
                    UPDATE person SET shown = phone; ALTER TABLE person DROP phone;
                    """,
                    "ALTER TABLE person DROP seen, DROP shown, ADD phone text;");

            assertThat(differences(text("again-differs", trip)))
                    .isEqualTo(
                            """
                            rows of public.person: 2 of 5 lost their shown
                              person/alice (id 12)   '+44 1234'   ->   null
                              person/bob (id 13)     '+44 5678'   ->   null
                            """);
            assertThat(text("not-deterministic", trip)).contains("rows of public.person: 5 of 5 have another seen");
        }

        @Test
        void earlierChanceHidesNothing() {
            folder.file("V2__seen.sql", "ALTER TABLE person ADD seen timestamptz DEFAULT clock_timestamp();")
                    .file("U2__seen.sql", "ALTER TABLE person DROP seen;")
                    .step(
                            3,
                            "shown",
                            "ALTER TABLE person ADD shown text; UPDATE person SET shown = phone; ALTER TABLE person DROP phone;",
                            "ALTER TABLE person DROP shown, ADD phone text;");

            Trip trip = Trip.of(
                    server, folder.flyway(), RoundTripSettings.defaults().withRows("1", new People()));

            assertThat(trip.verdicts())
                    .containsExactly(
                            "V1 holds", "V2 holds, not-deterministic", "V3 again-differs undo-column-order undo-rows");
        }

        @Test
        void keysByChanceAreExcused() {
            assertThat(verdicts(
                            """
                            CREATE TABLE tag (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text);
                            INSERT INTO tag (name) SELECT name FROM person;
                            """,
                            "DROP TABLE tag;"))
                    .containsExactly("V2 holds, not-deterministic");
        }
    }

    @Nested
    class Declared {

        private static final String LOSES = "-- switchback: loses ";
        private static final String DROPS_PHONE = "\nALTER TABLE person DROP phone;";
        private static final String ADDS_PHONE = "ALTER TABLE person ADD phone text;";

        @Test
        void areANoticeWithTheReason() {
            Trip trip = trip(LOSES + "person.phone nobody calls any more" + DROPS_PHONE, ADDS_PHONE);

            assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds, loss-declared");
            assertThat(text("loss-declared", trip))
                    .isEqualTo(
                            """
                            V2__change: rows lose what the migration says that they lose

                              V2__change.sql:1: nobody calls any more

                                rows of public.person: 2 of 5 lost their phone
                                  person/alice (id 12)   '+44 1234'   ->   null
                                  person/bob (id 13)     '+44 5678'   ->   null
                            """);
        }

        @Test
        void coverOneColumnOnly() {
            assertThat(lost(
                            LOSES + "public.person.phone nobody calls\nUPDATE person SET name = 'x';" + DROPS_PHONE,
                            ADDS_PHONE))
                    .startsWith("rows of public.person: 5 of 5 have another name\n")
                    .doesNotContain("phone");
        }

        @Test
        void coverRows() {
            assertThat(verdicts(LOSES + "NOTE notes are for nobody\nDELETE FROM note;", "SELECT 2;"))
                    .containsExactly("V2 holds, loss-declared");
        }

        @Test
        void ofATableDoNotCoverItsColumns() {
            assertThat(verdicts(LOSES + "person all of them" + DROPS_PHONE, ADDS_PHONE))
                    .containsExactly("V2 loss-not-seen undo-rows");
        }

        @Test
        void coverWhatTheSecondWayUpLacks() {
            assertThat(verdicts(
                            """
                            -- switchback: loses person.phone it is in contact now
                            -- switchback: loses person.contact the way back forgets it
                            ALTER TABLE person ADD contact text;
                            UPDATE person SET contact = phone;
                            ALTER TABLE person DROP phone;
                            """,
                            "ALTER TABLE person DROP contact, ADD phone text;"))
                    .containsExactly("V2 holds, loss-declared loss-declared");
        }

        @Test
        void holdAllTheWayDown() {
            Trip trip =
                    trip(LOSES + "person.phone nobody calls any more" + DROPS_PHONE, ADDS_PHONE, RoundTripMode.FULL);

            assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds, loss-declared");
        }

        @Test
        void butNotSeenAreANotice() {
            assertThat(text("loss-not-seen", trip(LOSES + "person.phone nobody calls\nSELECT 2;", "SELECT 2;")))
                    .isEqualTo(
                            """
                            V2__change: a loss is declared that is not there

                              V2__change.sql:1
                              -- switchback: loses person.phone nobody calls

                              The table held 5 rows before the migration, and after the undo nothing of that is missing. Take the line out
                              or, if only some rows lose something, bring in one that does.
                            """);
        }

        @Test
        void sayNothingWhereThereAreNoRows() {
            folder.step(2, "change", LOSES + "person.phone nobody calls any more" + DROPS_PHONE, ADDS_PHONE);

            assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds");
        }

        @Test
        void ofAnUnknownColumnFail() {
            assertThat(text("loss-declaration", trip(LOSES + "person.fone nobody calls" + DROPS_PHONE, ADDS_PHONE)))
                    .isEqualTo(
                            """
                            V2__change: a declared loss is not understood

                              V2__change.sql:1
                              -- switchback: loses person.fone nobody calls

                              The table public.person has no column fone; did you mean phone?
                            """);
        }

        @Test
        void ofAnUnknownTableFail() {
            assertThat(text("loss-declaration", trip(LOSES + "persn.phone nobody calls" + DROPS_PHONE, ADDS_PHONE)))
                    .contains("There is no table persn; did you mean person?");
        }

        @Test
        void withoutReasonFail() {
            assertThat(text("loss-declaration", trip(LOSES + "person.phone" + DROPS_PHONE, ADDS_PHONE)))
                    .contains("It does not say why. Write the reason behind the name.");
        }

        @Test
        void ofNothingFail() {
            assertThat(text("loss-declaration", trip(LOSES.strip() + DROPS_PHONE, ADDS_PHONE)))
                    .contains("It does not say what. Write a table or one of its columns:");
        }

        @Test
        void inOtherWordsAreFound() {
            Trip trip = trip("SELECT 2;\n-- switchback: loose person.phone nobody calls", "SELECT 2;");

            assertThat(trip.result().findings().get(0).text().replace(folder.path() + "/", ""))
                    .isEqualTo(
                            """
                            V2__change: V2__change.sql says something that is not known

                              V2__change.sql:2
                              -- switchback: loose person.phone nobody calls

                              Did you mean loses?
                            """);
        }
    }
}
