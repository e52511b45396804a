package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Contents of real migrations that a naive round trip falls for. */
@ExtendWith(SharedServer.class)
class TrapTests {

    private final Server server;
    private final Folder folder;

    TrapTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(1, "word", "CREATE TABLE word (id serial PRIMARY KEY, text text);", "DROP TABLE word;");
    }

    private void holds(String up, String undo) {
        folder.step(2, "trap", up, undo).step(3, "after", "ALTER TABLE word ADD n int;", "ALTER TABLE word DROP n;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
    }

    @Test
    void anUndoOfThousandsOfCommentsDoesNothing() {
        folder.step(2, "trap", "CREATE TABLE book (id int);", "-- DROP TABLE book;\n".repeat(5000));

        assertThat(Trip.of(server, folder).finding("2").rule()).isEqualTo("undo-no-op");
    }

    @Test
    void aSequenceThatComesBackNarrowerIsAFindingAndNoMore() {
        folder.step(2, "numbers", "CREATE SEQUENCE numbers; SELECT setval('numbers', 100);", "DROP SEQUENCE numbers;")
                .step(
                        3,
                        "trap",
                        "DROP SEQUENCE numbers;",
                        "CREATE SEQUENCE numbers MAXVALUE 50; SELECT setval('numbers', 50);")
                .step(4, "after", "ALTER TABLE word ADD n int;", "ALTER TABLE word DROP n;");

        assertThat(Trip.of(server, folder).verdicts())
                .containsExactly("V1 holds", "V2 holds", "V3 undo-incomplete undo-rows", "V4 holds");
    }

    @Nested
    class EveryPhaseHasACleanSession {

        @Test
        void noTemporaryTable() {
            holds("CREATE TEMP TABLE scratch (id int);", "CREATE TEMP TABLE scratch (id int);");
        }

        @Test
        void noPlanOfAFunctionThatSpeaksOfWhatIsGone() {
            folder.step(
                            2,
                            "function",
                            """
                            CREATE FUNCTION words(text text) RETURNS tsvector LANGUAGE plpgsql
                                AS 'BEGIN RETURN to_tsvector(''mine'', text); END';
                            """,
                            "DROP FUNCTION words(text);")
                    .step(
                            3,
                            "configuration",
                            "CREATE TEXT SEARCH CONFIGURATION mine (COPY = simple); SELECT words('a word');",
                            "DROP TEXT SEARCH CONFIGURATION mine;");

            assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
        }

        @Test
        void noSetting() {
            holds(
                    "SET search_path = pg_catalog; SET statement_timeout = '1h';",
                    """
                    DO $$ BEGIN ASSERT current_setting('statement_timeout') = '0'; END $$;
                    ALTER TABLE word RENAME TO words; ALTER TABLE words RENAME TO word;
                    """);
        }

        @Test
        void noRole() {
            holds("SET ROLE pg_read_all_data;", "DO $$ BEGIN ASSERT current_user <> 'pg_read_all_data'; END $$;");
        }

        @Test
        void noAdvisoryLock() {
            holds(
                    "SELECT pg_advisory_lock(42), pg_advisory_lock(4, 2);",
                    """
                    DO $$ BEGIN
                      ASSERT NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid IN (42, 2)
                                            AND pid = pg_backend_pid());
                    END $$;
                    """);
        }

        @Test
        void noPreparedStatement() {
            holds("PREPARE one AS SELECT 1;", "PREPARE one AS SELECT 1;");
        }
    }

    @Test
    void scriptsWithTheirOwnTransactions() {
        holds(
                "BEGIN;\nALTER TABLE word ADD a int;\nCOMMIT;\nBEGIN;\nALTER TABLE word ADD b int;\nCOMMIT;",
                "BEGIN;\nALTER TABLE word DROP a, DROP b;\nEND;");
    }

    @Test
    void aScriptThatFailsHalfwayAfterItsOwnCommit() {
        folder.step(2, "trap", "ALTER TABLE word ADD a int;", "ALTER TABLE word DROP a;\nCOMMIT;\nDROP TABLE nowhere;")
                .step(3, "after", "ALTER TABLE word DROP a;", "ALTER TABLE word ADD a int;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 undo-fails", "V3 holds");
    }

    @Test
    void sequencesThatInsertsHaveMoved() {
        holds("INSERT INTO word (text) VALUES ('a'), ('b');", "DELETE FROM word WHERE text IN ('a', 'b');");
    }

    @Test
    void aViewThatTheClockIsBakedInto() {
        folder.step(
                2,
                "trap",
                "DO $$ BEGIN EXECUTE format('CREATE VIEW fresh AS SELECT %L::timestamptz AS since', clock_timestamp()); END $$;",
                "DROP VIEW fresh;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds, not-deterministic");
    }

    @Test
    void partitionsNamedAfterTheDay() {
        holds(
                """
                CREATE TABLE log (day date NOT NULL) PARTITION BY RANGE (day);
                DO $$ BEGIN
                  EXECUTE format('CREATE TABLE log_%s PARTITION OF log FOR VALUES FROM (%L) TO (%L)',
                                 to_char(current_date, 'YYYYMMDD'), current_date, current_date + 1);
                END $$;
                """,
                "DROP TABLE log;");
    }

    @Test
    void partitionsNamedAfterTheDayAtMidnight() {
        List<String> days = new ArrayList<>(List.of("monday", "tuesday", "tuesday"));

        Trip trip = Trip.of(server, folder.flyway().javaMigrations(new V2__Partition(days)));

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds, not-deterministic");
        assertThat(days).isEmpty();
    }

    /** Names a partition after the next of some days. */
    public static final class V2__Partition extends BaseJavaMigration {

        private final List<String> days;

        V2__Partition(List<String> days) {
            this.days = days;
        }

        @Override
        public void migrate(Context context) throws Exception {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("CREATE TABLE log (day date NOT NULL) PARTITION BY RANGE (day); CREATE TABLE log_"
                        + days.remove(0) + " PARTITION OF log DEFAULT");
            }
        }
    }

    @Test
    void rowsThatChanceMakes() {
        folder.step(
                2,
                "trap",
                "INSERT INTO word (text) VALUES (gen_random_uuid()::text), (clock_timestamp()::text);",
                "DELETE FROM word;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds, not-deterministic");
    }

    @Test
    void whatChanceMakesDoesNotExcuseWhatTheScriptMakes() {
        folder.step(
                2,
                "trap",
                "INSERT INTO word (text) VALUES (gen_random_uuid()::text); ALTER TABLE word ADD a int;",
                "DELETE FROM word;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 again-fails undo-incomplete");
    }

    @Test
    void scriptsWithoutALastSemicolonOrLineEnd() {
        holds("ALTER TABLE word ADD a int", "ALTER TABLE word DROP a");
    }

    @Test
    void functionsWithSemicolonsInTheirBodies() {
        holds(
                "CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END; $$;",
                "DROP FUNCTION twice(int);");
    }

    @Test
    void aSequenceThatWillGiveItsValueNext() {
        folder.step(
                        2,
                        "seed",
                        "INSERT INTO word VALUES (1, 'a'), (2, 'b'); SELECT setval('word_id_seq', 3, false);",
                        """
                        DELETE FROM word WHERE id < 3; SELECT setval('word_id_seq', 1, false);
                        """)
                .step(3, "trap", "INSERT INTO word (text) VALUES ('c');", "DELETE FROM word WHERE text = 'c';");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
    }

    @Test
    void aSequenceThatBeginsAnew() {
        folder.step(
                        2,
                        "many",
                        "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY); INSERT INTO t DEFAULT VALUES;",
                        """
                        DROP TABLE t;
                        """)
                .step(
                        3,
                        "trap",
                        "ALTER TABLE t ALTER id DROP IDENTITY;",
                        "ALTER TABLE t ALTER id ADD GENERATED ALWAYS AS IDENTITY;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds", "V3 undo-rows");
        assertThat(trip.finding("3").text()).contains("position of public.t_id_seq: after 1   ->   at 1");
    }

    @Test
    void rowsThatAnUndoReplacesByTheClocks() {
        folder.step(
                        2,
                        "at",
                        "ALTER TABLE word ADD at timestamptz; INSERT INTO word (at) VALUES ('2020-01-01Z');",
                        """
                        DELETE FROM word; ALTER TABLE word DROP at;
                        """)
                .step(
                        3,
                        "trap",
                        "ALTER TABLE word DROP at;",
                        """
                        ALTER TABLE word ADD at timestamptz DEFAULT clock_timestamp();
                        ALTER TABLE word ALTER at DROP DEFAULT;
                        """);

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 undo-rows");
    }

    @Nested
    class WhatFailsOnlyAtCommit {

        private static final String BROKEN_REFERENCE = "INSERT INTO child VALUES (7);";

        @BeforeEach
        void aDeferredReference() {
            folder.step(
                    2,
                    "child",
                    """
                    CREATE TABLE child (word int REFERENCES word DEFERRABLE INITIALLY DEFERRED);
                    """,
                    "DROP TABLE child;");
        }

        @Test
        void theMigration() {
            folder.step(3, "trap", BROKEN_REFERENCE, "SELECT 1;");

            assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 up-fails");
        }

        @Test
        void theUndo() {
            folder.step(3, "trap", "ALTER TABLE word ADD n int;", "ALTER TABLE word DROP n; " + BROKEN_REFERENCE)
                    .step(4, "after", "ALTER TABLE word ADD m int;", "ALTER TABLE word DROP m;");

            assertThat(Trip.of(server, folder).verdicts())
                    .containsExactly("V1 holds", "V2 holds", "V3 undo-fails", "V4 holds");
        }
    }

    @Test
    void callbacksThatRunAfterTheLastMigration() {
        folder.file("afterMigrate.sql", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO public;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds");
    }
}
