package dev.switchback.migration.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.migration.Finding;
import dev.switchback.migration.HeadChecks;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Messages about files that are not as they should be, to the letter. */
@ExtendWith(SharedServer.class)
class BadInputTests {

    private final Server server;
    private final Folder folder;

    BadInputTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(1, "word", "CREATE TABLE word (id serial PRIMARY KEY, text text);", "DROP TABLE word;");
    }

    private Trip trip() {
        return Trip.of(server, folder);
    }

    /** The message of the only finding that concerns no single step. */
    private AbstractStringAssert<?> assertThatTheFilesSay() {
        return assertThat(trip().result().findings())
                .singleElement()
                .extracting(Finding::text)
                .asString();
    }

    private String inFolder(String text) {
        return text.replace("FOLDER", folder.path().toString());
    }

    private void latin1(String name, String text) throws IOException {
        Files.write(folder.path().resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Nested
    class Refused {

        private void assertRefused(String message) {
            assertThatThrownBy(BadInputTests.this::trip)
                    .isInstanceOf(MigrationsException.class)
                    .hasMessage(inFolder(message));
            try (HeadChecks checks = HeadChecks.of(server, folder.flyway(), RoundTripSettings.defaults())) {
                assertThatThrownBy(checks::appliesOnAnEmptyDatabase)
                        .isInstanceOf(MigrationsException.class)
                        .hasMessage(inFolder(message));
            }
        }

        @Test
        void twoMigrationsOfOneVersion() {
            folder.up(2, "mail", "SELECT 1;").up(2, "address", "SELECT 1;");

            assertRefused(
                    """
                    2 migrations have version 2:

                      FOLDER/V2__address.sql
                      FOLDER/V2__mail.sql

                    Flyway runs none until each has a version of its own: rename all but one, each together with its undo.""");
        }

        @Test
        void aMigrationThatIsNotUtf8() throws IOException {
            latin1("V2__menu.sql", "CREATE TABLE menu ();\n\nCOMMENT ON TABLE menu IS 'café';\n");

            assertRefused(
                    """
                    Flyway reads scripts as UTF-8, but here they are not:

                      FOLDER/V2__menu.sql:3    byte 0xE9

                    Save them as UTF-8, or name their encoding: Switchback.builder().flyway(flyway -> flyway.encoding("...")).""");
        }

        @Test
        void anUndoThatIsNotUtf8() throws IOException {
            folder.up(2, "menu", "CREATE TABLE menu ();");
            latin1("U2__menu.sql", "-- café\nDROP TABLE menu;");

            assertThatThrownBy(BadInputTests.this::trip)
                    .isInstanceOf(MigrationsException.class)
                    .hasMessageContaining(inFolder("\n  FOLDER/U2__menu.sql:1    byte 0xE9\n"));
        }
    }

    @Test
    void filesOfANamedEncodingAreRead() throws IOException {
        latin1("V2__menu.sql", "CREATE TABLE \"café\" ();\n");
        latin1("U2__menu.sql", "DROP TABLE \"café\";");

        assertThat(Trip.of(server, folder.flyway(flyway -> flyway.encoding(StandardCharsets.ISO_8859_1)))
                        .verdicts())
                .containsExactly("V1 holds", "V2 holds");
    }

    @Nested
    class UndosWithoutTheirMigration {

        private void orphan(String migration, String undo) {
            folder.file(migration, "SELECT 1;").file(undo, "SELECT 1;");
        }

        @Test
        void aVersionMistyped() {
            orphan("V20__add_mail.sql", "U2__add_mail.sql");

            assertThatTheFilesSay()
                    .isEqualTo(
                            inFolder(
                                    """
                                    U2__add_mail.sql: an undo without its migration

                                      No migration has its version, so nothing ever runs it.
                                      FOLDER/U2__add_mail.sql
                                      Did you mean V20__add_mail.sql, which has no undo? Then its version must be 20.
                                    """));
        }

        @Test
        void aVersionAndADescriptionMistyped() {
            orphan("V20__add_mail.sql", "U300__add_mial.sql");

            assertThatTheFilesSay().contains("Did you mean V20__add_mail.sql, which has no undo?");
        }

        @Test
        void digitsThatChangedPlaces() {
            orphan("V2024__add_mail.sql", "U2042__drop_the_column.sql");

            assertThatTheFilesSay().contains("Did you mean V2024__add_mail.sql, which has no undo?");
        }

        @Test
        void twoThatAreEquallyNear() {
            folder.up(21, "add_mail", "SELECT 1;").up(22, "add_mail", "SELECT 1;");
            orphan("V31__other.sql", "U2__add_mail.sql");

            assertThatTheFilesSay().contains("\n  Give it its migration's version, or delete it.\n");
        }

        @Test
        void nothingNear() {
            orphan("V20__add_mail.sql", "U7__forgotten.sql");

            assertThatTheFilesSay().contains("\n  Give it its migration's version, or delete it.\n");
        }
    }

    @Test
    void ofTwoUndosTheOneWithTheMigrationsNameIsRun() {
        folder.step(2, "mail", "ALTER TABLE word ADD mail text;", "ALTER TABLE word DROP mail;")
                .up(3, "address", "SELECT 1;")
                .file("U2__address.sql", "SELECT 1;");

        Trip trip = trip();

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds", "V3 undo-missing");
        assertThat(trip.result().findings())
                .extracting(Finding::text)
                .containsExactly(
                        inFolder(
                                """
                                V2__mail: more than one undo

                                  These files undo the same version, and only U2__mail.sql was run:

                                    FOLDER/U2__address.sql
                                    FOLDER/U2__mail.sql

                                  Keep one.
                                """),
                        """
                        V2__mail: the undo has another name

                          U2__address.sql has the migration's version, but not its description.
                          Did you mean V3__address.sql, which has no undo? Then its version must be 3; if not, rename it.
                        """);
    }

    @Test
    void anUndoOfAnotherNameIsRunWithANotice() {
        folder.up(2, "mail", "ALTER TABLE word ADD mail text;")
                .file("U2__drop_mail.sql", "ALTER TABLE word DROP mail;");

        Trip trip = trip();

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds");
        assertThat(trip.result().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
            assertThat(finding.text())
                    .isEqualTo(
                            """
                            V2__mail: the undo has another name

                              U2__drop_mail.sql has the migration's version, but not its description.
                              If it is meant for another migration, its version is wrong; if not, rename it.
                            """);
        });
    }

    @Test
    void anEmptyMigration() {
        folder.step(2, "nothing", " \n", "");

        assertThatTheFilesSay()
                .isEqualTo(
                        inFolder(
                                """
                                V2__nothing: the migration is empty

                                  FOLDER/V2__nothing.sql
                                  Flyway counts it as applied all the same: what is written into it later does not run where it has been.
                                """));
    }

    @Test
    void anEmptyUndo() {
        folder.step(2, "mail", "CREATE OR REPLACE VIEW words AS SELECT text FROM word;", "\n");

        Trip trip = trip();

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 undo-no-op");
        assertThat(trip.finding("2").text())
                .isEqualTo(
                        inFolder(
                                """
                                V2__mail: the undo does not bring the schema back

                                  U2__mail.sql is empty, and the schema is not what it was before V2:

                                    + view public.words    SELECT text FROM public.word;

                                  To bring it back, add to FOLDER/U2__mail.sql:

                                    DROP VIEW public.words;
                                """));
    }

    @Nested
    class OwnTransactions {

        @Test
        void aMigrationThatFailsAfterItsOwnCommit() {
            folder.up(2, "mail", "BEGIN;\nALTER TABLE word ADD mail text;\nCOMMIT;\nDROP TABLE nowhere;");

            assertThat(trip().finding("2").text())
                    .isEqualTo(
                            inFolder(
                                    """
                                    V2__mail: the migration fails

                                      FOLDER/V2__mail.sql:4
                                      SQLSTATE 42P01
                                      ERROR: table "nowhere" does not exist

                                        DROP TABLE nowhere;

                                      It commits by itself on line 3: what it did before stays, though Flyway does not count it as run.
                                    """));
        }

        @Test
        void aCommitThatWouldComeLaterIsNotTold() {
            folder.up(2, "mail", "BEGIN;\nDROP TABLE nowhere;\nCOMMIT;");

            assertThat(trip().finding("2").text()).doesNotContain("commits by itself");
        }

        @Test
        void aMigrationThatRollsBack() {
            folder.step(2, "mail", "ALTER TABLE word ADD mail text;\nROLLBACK;", "ALTER TABLE word DROP mail;");

            Trip trip = trip();

            assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 undo-fails");
            assertThat(trip.finding("2").text())
                    .endsWith(
                            """

                              V2__mail.sql, which ran before it, rolls back by itself on line 2: what it did before is gone.
                            """);
            assertThat(trip.result().findings())
                    .extracting(Finding::text)
                    .containsExactly(
                            inFolder(
                                    """
                                    V2__mail: V2__mail.sql rolls back by itself

                                      FOLDER/V2__mail.sql:2
                                      ROLLBACK ends the transaction there: what the script did before is gone, and Flyway counts all of it as run.
                                      Leave the transaction to Flyway.
                                    """));
        }

        @Test
        void theWordInTextOrToASavepointIsNoRollback() {
            folder.step(
                    2,
                    "mail",
                    """
                    -- ROLLBACK;
                    SAVEPOINT here;
                    ROLLBACK TO here;
                    COMMENT ON TABLE word IS 'a; ROLLBACK; b';
                    DO $$ BEGIN PERFORM 1; EXCEPTION WHEN others THEN NULL; END; $$;
                    """,
                    "COMMENT ON TABLE word IS NULL;");

            assertThat(trip().result().findings()).isEmpty();
        }
    }

    @Nested
    class FlywaysHistory {

        private static final String TABLE = "flyway_schema_history";

        @Test
        void isDropped() {
            folder.step(2, "clean", "SELECT 1;\nDROP TABLE " + TABLE + ";", "SELECT 2;");

            Trip trip = trip();

            assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 up-fails");
            assertThat(trip.finding("2").text())
                    .isEqualTo(
                            inFolder(
                                    """
                                    V2__clean: the migration fails

                                      FOLDER/V2__clean.sql
                                      SQLSTATE 42P01
                                      ERROR: relation "public.flyway_schema_history" does not exist

                                      The script dropped the table in which Flyway keeps what is applied, so Flyway cannot go on. Leave
                                      that table and its schema to Flyway.
                                    """));
        }

        @Test
        void isDroppedByAnUndo() {
            folder.step(2, "mail", "ALTER TABLE word ADD mail text;", "DROP SCHEMA public CASCADE;")
                    .step(3, "after", "ALTER TABLE word DROP mail;", "ALTER TABLE word ADD mail text;");

            assertThat(trip().verdicts()).containsExactly("V1 holds", "V2 undo-fails", "V3 holds");
        }

        @Test
        void isEmptied() {
            folder.step(2, "clean", "SELECT 1;\nTRUNCATE TABLE public." + TABLE + ";", "SELECT 2;");

            assertThatTheFilesSay()
                    .isEqualTo(
                            inFolder(
                                    """
                                    V2__clean: V2__clean.sql changes Flyway's history

                                      FOLDER/V2__clean.sql:2
                                      In flyway_schema_history Flyway keeps what is applied: it may now run migrations twice, or none.
                                      Leave that table to Flyway.
                                    """));
        }

        @Test
        void mayBeReadAndGranted() {
            folder.step(2, "grant", "GRANT SELECT ON " + TABLE + " TO public; -- DELETE FROM " + TABLE, "SELECT 2;");

            assertThat(trip().result().findings()).isEmpty();
        }
    }

    @Test
    void aCommandOfPsql() {
        folder.up(2, "dump", "\\connect shop\nSELECT 1;");

        assertThat(trip().finding("2").text())
                .endsWith(
                        """

                          That is a command of psql, which no other client knows. Write it in SQL, or leave it out.
                        """);
    }
}
