package dev.switchback.migration.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows that change in ways that the text of a script does not tell are seen, and those that do not are not blamed. */
@ExtendWith(SharedServer.class)
class ScriptEffectsTests {

    private static final String NOTHING = "SELECT 1;";

    private final Server server;
    private final Folder folder;

    ScriptEffectsTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    @Nested
    class RowsOfAnotherTableAreLost {

        @BeforeEach
        void begin() {
            folder.step(
                    1,
                    "tables",
                    """
                    CREATE TABLE book (id int PRIMARY KEY);
                    CREATE TABLE page (id int PRIMARY KEY, book int REFERENCES book ON DELETE CASCADE, text text);
                    INSERT INTO book VALUES (1);
                    INSERT INTO page VALUES (1, 1, 'one'), (2, 1, 'two');
                    CREATE FUNCTION tear() RETURNS trigger LANGUAGE plpgsql
                        AS 'BEGIN DELETE FROM page WHERE id = 2; RETURN NULL; END';
                    """,
                    "DROP TABLE page; DROP TABLE book; DROP FUNCTION tear();");
        }

        private void isSeenAfter(String undo) {
            folder.step(2, "trap", NOTHING, undo)
                    .step(
                            3,
                            "after",
                            "UPDATE page SET text = text || '!';",
                            "UPDATE page SET text = rtrim(text, '!');");

            Trip trip = Trip.of(server, folder);

            assertThat(trip.finding("2").text()).containsPattern("rows of public.page: [12] of 2 (is|are) gone");
            assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 again-differs undo-rows", "V3 holds");
        }

        @Test
        void byAForeignKey() {
            isSeenAfter("DELETE FROM book; INSERT INTO book VALUES (1);");
        }

        @Test
        void byATrigger() {
            isSeenAfter(
                    """
                    CREATE TRIGGER tear AFTER UPDATE ON book EXECUTE FUNCTION tear();
                    UPDATE book SET id = id;
                    DROP TRIGGER tear ON book;
                    """);
        }

        @Test
        void byAScriptWithItsOwnCommit() {
            isSeenAfter("BEGIN; DELETE FROM page WHERE id = 1; COMMIT; SELECT 1;");
        }

        @Test
        void byAScriptOutsideOfATransaction() {
            folder.file("U2__trap.sql.conf", "executeInTransaction=false");
            isSeenAfter("DELETE FROM page WHERE id = 1; SELECT 1;");
        }

        @Test
        void byTruncation() {
            isSeenAfter("TRUNCATE page;");
        }

        @Test
        void byDynamicSql() {
            isSeenAfter("DO $$ BEGIN EXECUTE 'DELETE FROM ' || 'page WHERE id = 1'; END $$;");
        }
    }

    @Test
    void aTriggerThatWaitsForTheCommitOfTheUndoIsSeen() {
        folder.step(
                        1,
                        "tables",
                        """
                        CREATE TABLE book (id int);
                        CREATE TABLE log (id int);
                        INSERT INTO book VALUES (1);
                        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql
                            AS 'BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END';
                        CREATE CONSTRAINT TRIGGER note AFTER UPDATE ON book DEFERRABLE INITIALLY DEFERRED
                            FOR EACH ROW EXECUTE FUNCTION note();
                        """,
                        "DROP TABLE book; DROP TABLE log; DROP FUNCTION note();")
                .step(2, "trap", NOTHING, "UPDATE book SET id = id;");

        assertThat(Trip.of(server, folder).finding("2").text()).contains("rows of public.log: 1 was not there before");
    }

    @Test
    void aCallbackAfterTheScriptIsSeen() {
        folder.step(1, "tables", "CREATE TABLE log (id int); CREATE TABLE book ();", "DROP TABLE log; DROP TABLE book;")
                .step(2, "trap", "ALTER TABLE book ADD a int;", "ALTER TABLE book DROP a;")
                .file(
                        "afterEachMigrate.sql",
                        "DO $$ BEGIN IF to_regclass('log') IS NOT NULL THEN INSERT INTO log VALUES (1); END IF; END $$;");

        assertThat(Trip.of(server, folder).finding("2").text()).contains("rows of public.log: 2 were not there before");
    }

    @Nested
    class WhatIsWrittenOtherwiseWithoutALockIsReadAgain {

        @Test
        void theValuesOfAnEnum() {
            folder.step(
                            1,
                            "tables",
                            """
                            CREATE TYPE mood AS ENUM ('good', 'bad');
                            CREATE TABLE person (id int, mood mood);
                            INSERT INTO person VALUES (1, 'good');
                            """,
                            "DROP TABLE person; DROP TYPE mood;")
                    .step(
                            2,
                            "rename",
                            "ALTER TYPE mood RENAME VALUE 'good' TO 'fine';",
                            "ALTER TYPE mood RENAME VALUE 'fine' TO 'good';")
                    .step(3, "touch", "UPDATE person SET id = 2;", "UPDATE person SET id = 1;");

            assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
        }

        @Test
        void theNameOfASchema() {
            folder.step(
                            1,
                            "tables",
                            """
                            CREATE SCHEMA a;
                            CREATE SCHEMA b;
                            CREATE TABLE a.person (id serial);
                            CREATE TABLE b.person (id serial);
                            INSERT INTO a.person DEFAULT VALUES;
                            """,
                            "DROP TABLE a.person; DROP TABLE b.person; DROP SCHEMA a; DROP SCHEMA b;")
                    .step(
                            2,
                            "swap",
                            "ALTER SCHEMA a RENAME TO c; ALTER SCHEMA b RENAME TO a; ALTER SCHEMA c RENAME TO b;",
                            "ALTER SCHEMA b RENAME TO c; ALTER SCHEMA a RENAME TO b; ALTER SCHEMA c RENAME TO a;")
                    .step(3, "touch", "UPDATE b.person SET id = 2;", "UPDATE b.person SET id = 1;");

            assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
        }
    }

    /** There is one picture for the whole way down. */
    @Test
    void whatAnUndoLosesIsSeenAfterOthersRan() {
        folder.file(
                        "V1__tables.sql",
                        "CREATE TABLE book (id int); INSERT INTO book VALUES (1); CREATE TABLE log (id int);")
                .step(2, "first", "CREATE TABLE page (id int);", "DROP TABLE page;")
                .step(3, "trap", "ALTER TABLE log ADD a int;", "ALTER TABLE log DROP a; DELETE FROM book;")
                .step(4, "last", NOTHING, NOTHING);

        Trip trip =
                Trip.of(server, folder.flyway(), RoundTripSettings.defaults().withMode(RoundTripMode.FULL));

        assertThat(trip.verdicts()).anyMatch(verdict -> verdict.endsWith("undo-rows"));
    }

    @Test
    void aSequenceIsPutBackBetweenTheWaysUp() {
        folder.step(
                        1,
                        "table",
                        "CREATE TABLE person (id int GENERATED ALWAYS AS IDENTITY, name text);",
                        "DROP TABLE person;")
                .step(2, "one", "INSERT INTO person (name) VALUES ('a');", "DELETE FROM person;")
                .step(3, "two", "INSERT INTO person (name) VALUES ('b');", "DELETE FROM person WHERE name = 'b';")
                .step(4, "back", NOTHING, "SELECT setval('person_id_seq', 1);");

        assertThat(Trip.of(server, folder).verdicts())
                .containsExactly("V1 holds", "V2 holds", "V3 holds", "V4 undo-rows");
    }
}
