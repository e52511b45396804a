package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.migration.SuggestedFix;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The SQL that a finding comes with, and where it comes with none. */
@ExtendWith(SharedServer.class)
class SuggestedFixTests {

    private final Server server;
    private final Folder folder;

    SuggestedFixTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "person",
                        """
                        CREATE TABLE person (id int PRIMARY KEY, name varchar(80) NOT NULL, town text);
                        INSERT INTO person VALUES (1, 'Ada', 'London'), (2, 'Grace', 'New York');
                        """,
                        "DROP TABLE person;")
                .step(
                        2,
                        "far",
                        """
                        CREATE FOREIGN DATA WRAPPER wire;
                        CREATE SERVER near FOREIGN DATA WRAPPER wire;
                        CREATE USER MAPPING FOR PUBLIC SERVER near;
                        """,
                        "DROP USER MAPPING FOR PUBLIC SERVER near; DROP SERVER near; DROP FOREIGN DATA WRAPPER wire;");
    }

    private Finding finding(String up, String undo) {
        folder.step(7, "change", up, undo);
        return Trip.of(server, folder).finding("7");
    }

    private SuggestedFix mending(String up, String undo) {
        return finding(up, undo).suggestedFix().orElseThrow();
    }

    @Test
    void isDataAsWell() {
        SuggestedFix mending = mending("CREATE INDEX person_name ON person (name);", "SELECT 1;");

        assertThat(mending.file()).endsWith("U7__change.sql");
        assertThat(mending.statements()).containsExactly("DROP INDEX public.person_name");
        assertThat(mending.script()).isEqualTo("DROP INDEX public.person_name;\n");
        assertThat(mending.notRestored()).isEmpty();
    }

    @Test
    void givesTablesTheirNamesBackInAnOrderInWhichEachIsFree() {
        folder.step(5, "other", "CREATE TABLE fresh (id bigint PRIMARY KEY);", "DROP TABLE fresh;");

        assertThat(mending("ALTER TABLE person RENAME TO legacy; ALTER TABLE fresh RENAME TO person;", "SELECT 1;")
                        .statements())
                .containsExactly(
                        "ALTER TABLE public.person RENAME TO fresh", "ALTER TABLE public.legacy RENAME TO person");
    }

    @Test
    void givesTablesAndColumnsThatSwappedNamesAnotherOneForAWhile() {
        folder.step(5, "other", "CREATE TABLE fresh (id bigint PRIMARY KEY);", "DROP TABLE fresh;");

        assertThat(mending(
                                """
                                ALTER TABLE person RENAME TO x; ALTER TABLE fresh RENAME TO person; ALTER TABLE x RENAME TO fresh;
                                ALTER TABLE fresh RENAME name TO x; ALTER TABLE fresh RENAME town TO name; ALTER TABLE fresh RENAME x TO town;
                                """,
                                "SELECT 1;")
                        .statements())
                .containsExactly(
                        "ALTER TABLE public.fresh RENAME TO fresh_meanwhile",
                        "ALTER TABLE public.person RENAME TO fresh",
                        "ALTER TABLE public.fresh_meanwhile RENAME TO person",
                        "ALTER TABLE public.person RENAME COLUMN name TO name_meanwhile",
                        "ALTER TABLE public.person RENAME COLUMN town TO name",
                        "ALTER TABLE public.person RENAME COLUMN name_meanwhile TO town");
    }

    @Test
    void givesKeysOfTablesThatSwappedNamesTheirsBack() {
        folder.step(5, "other", "CREATE TABLE fresh (id bigint PRIMARY KEY);", "DROP TABLE fresh;");

        assertThat(mending(
                                """
                                ALTER TABLE person RENAME TO x; ALTER TABLE fresh RENAME TO person; ALTER TABLE x RENAME TO fresh;
                                ALTER INDEX person_pkey RENAME TO x; ALTER INDEX fresh_pkey RENAME TO person_pkey;
                                ALTER INDEX x RENAME TO fresh_pkey;
                                """,
                                "SELECT 1;")
                        .notRestored())
                .isEmpty();
    }

    @Test
    void makesARoutineWithTheSearchPathOfTheSessionAgain() {
        folder.step(
                6,
                "routine",
                "CREATE FUNCTION three() RETURNS int LANGUAGE sql SET search_path FROM CURRENT AS 'SELECT 3';",
                "DROP FUNCTION three();");
        String without = "DROP FUNCTION three(); CREATE FUNCTION three() RETURNS int LANGUAGE sql AS 'SELECT 3';";

        assertThat(mending(without, without).script()).contains(" SET search_path TO 'public', ");
    }

    @Test
    void makesADroppedTableInOneStatement() {
        assertThat(mending("DROP TABLE person;", "SELECT 1;").script())
                .isEqualTo(
                        """
                        CREATE TABLE public.person (
                            id integer NOT NULL,
                            name varchar(80) NOT NULL,
                            town text,
                            CONSTRAINT person_pkey PRIMARY KEY (id)
                        );
                        """);
    }

    @Test
    void saysThatRowsDoNotComeBackWithTheirTable() {
        assertThat(finding("DROP TABLE person;", "SELECT 1;").text())
                .endsWith(
                        """
                            );

                          The schema is then what it was before; the rows of public.person are not.
                        """);
    }

    @Test
    void saysThatValuesDoNotComeBackWithTheirColumn() {
        assertThat(mending("ALTER TABLE person DROP town;", "SELECT 1;").notRestored())
                .containsExactly("rows of public.person");
    }

    @Test
    void namesAColumnAsBefore() {
        assertThat(mending("ALTER TABLE person RENAME town TO city;", "SELECT 1;")
                        .statements())
                .containsExactly("ALTER TABLE public.person RENAME COLUMN city TO town");
    }

    @Test
    void worksOnWhatTheUndoLeft() {
        assertThat(mending(
                                "CREATE TABLE dog (id int); CREATE TABLE cat (id int); ALTER TABLE person DROP town;",
                                "ALTER TABLE person ADD town varchar(10); DROP TABLE dog;")
                        .statements())
                .containsExactly("DROP TABLE public.cat", "ALTER TABLE public.person ALTER COLUMN town TYPE text");
    }

    @Nested
    class IsLeftOut {

        @Test
        void whereTheRowsDoNotAllowIt() {
            assertThat(finding("ALTER TABLE person DROP name;", "SELECT 1;").suggestedFix())
                    .isEmpty();
        }

        @Test
        void whereItHoldsNotAsAWhole() {
            assertThat(finding(
                                    "CREATE TABLE dog (id int); CREATE SERVER far FOREIGN DATA WRAPPER wire;"
                                            + " DROP USER MAPPING FOR PUBLIC SERVER near;",
                                    "DROP SERVER far;")
                            .suggestedFix())
                    .isEmpty();
        }

        @Test
        void whereColumnsStayInAnotherOrderAndThatFails() {
            folder.step(6, "age", "ALTER TABLE person ADD age int;", "ALTER TABLE person DROP age;")
                    .step(7, "change", "ALTER TABLE person DROP town;", "SELECT 1;");
            RoundTripSettings strict = RoundTripSettings.defaults().withColumnOrder(Severity.FAIL);

            assertThat(Trip.of(server, folder.flyway(), strict).finding("7").suggestedFix())
                    .isEmpty();
        }

        @Test
        void whereOnlyRowsDiffer() {
            assertThat(finding("DELETE FROM person WHERE id = 2;", "SELECT 1;").suggestedFix())
                    .isEmpty();
        }

        @Test
        void whereTheDifferenceIsAccepted() {
            folder.step(6, "mood", "CREATE TYPE mood AS ENUM ('sad', 'ok');", "DROP TYPE mood;")
                    .step(7, "change", "ALTER TYPE mood ADD VALUE 'glad'; ", "SELECT 1;");
            RoundTripSettings accepting = RoundTripSettings.defaults().withEnumValues(Severity.NOTICE);

            Finding finding = Trip.of(server, folder.flyway(), accepting).finding("7");

            assertThat(finding.rule()).isEqualTo("undo-enum-values");
            assertThat(finding.suggestedFix()).isEmpty();
        }
    }

    @Nested
    class OfAnUndoThatFails {

        @Test
        void isAWholeUndo() {
            Finding finding = finding(
                    "ALTER TABLE person ADD age int, ADD size int;", "ALTER TABLE person DROP age, DROP weight;");

            assertThat(finding.rule()).isEqualTo("undo-fails");
            assertThat(finding.suggestedFix().orElseThrow().statements())
                    .containsExactly(
                            "ALTER TABLE public.person DROP COLUMN age", "ALTER TABLE public.person DROP COLUMN size");
        }
    }
}
