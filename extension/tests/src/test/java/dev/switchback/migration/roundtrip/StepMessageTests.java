package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Findings about broken migrations, to the letter. */
@ExtendWith(SharedServer.class)
class StepMessageTests {

    private final Server server;
    private final Folder folder;

    StepMessageTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "person",
                        """
                        CREATE TABLE person (id int PRIMARY KEY, name varchar(80) NOT NULL);
                        CREATE INDEX person_name_idx ON person (lower(name));
                        INSERT INTO person VALUES (1, 'Ada'), (2, 'Grace');
                        """,
                        "DROP TABLE person;");
    }

    private String message(String up, String undo) {
        folder.step(7, "split_name", up, undo);
        return Trip.of(server, folder).finding("7").text();
    }

    @Test
    void undoLeavesADifference() {
        assertThat(message(
                        "DROP INDEX person_name_idx; ALTER TABLE person ALTER name DROP NOT NULL;", "ANALYZE person;"))
                .isEqualTo(
                        """
                        V7__split_name: the undo does not bring the schema back

                          U7__split_name.sql ran without error, but what it leaves differs from the schema before V7:

                            table public.person
                              ~ column name              varchar(80) not null   ->   varchar(80)
                              - index person_name_idx    CREATE INDEX person_name_idx ON public.person USING btree (lower((name)::text))

                          To bring it back, add to %s/U7__split_name.sql:

                            ALTER TABLE public.person ALTER COLUMN name SET NOT NULL;
                            CREATE INDEX person_name_idx ON public.person USING btree (lower((name)::text));
                        """
                                .formatted(folder.path()));
    }

    @Test
    void undoDoesNothing() {
        assertThat(message("CREATE VIEW names AS SELECT name FROM person;", "-- TODO\nSELECT 1;"))
                .startsWith(
                        """
                        V7__split_name: the undo does not bring the schema back

                          U7__split_name.sql does nothing, and the schema is not what it was before V7:
                        """);
    }

    @Test
    void statementsThatNeedATransactionAndStatementsThatAdmitNoneInOneScript() {
        String undo = "ALTER TABLE person ADD age int;\nCREATE INDEX CONCURRENTLY person_age_idx ON person (age);";

        assertThat(message("CREATE VIEW names AS SELECT name FROM person;", undo))
                .contains(
                        """
                          The server runs some statements only outside a transaction. Give them a script of their own, or let none of
                          this one's run in a transaction: executeInTransaction=false in U7__split_name.sql.conf beside it.
                        """);
    }

    @Test
    void commentsBeforeAFailingStatementAreNeitherShownNorCounted() {
        String undo =
                """
                DROP VIEW names;

                -- The column goes; it was
                /* never
                   there */
                ALTER TABLE person
                  DROP COLUM age;
                """;

        assertThat(message("CREATE VIEW names AS SELECT name FROM person;", undo))
                .startsWith(
                        """
                        V7__split_name: the undo fails

                          %s/U7__split_name.sql:7
                          SQLSTATE 42601
                          ERROR: syntax error at or near "age"

                            ALTER TABLE person
                              DROP COLUM age;
                                         ^

                          PostgreSQL 17 runs here. If that is too old for this syntax:
                          @TestDatabase(version = "...") or switchback.version chooses another.

                          An undo that brings the schema back:

                            DROP VIEW public.names;
                        """
                                .formatted(folder.path()));
    }

    @Test
    void undoFails() {
        assertThat(message(
                        "ALTER TABLE person ADD age int;", "ALTER TABLE person\n  DROP COLUMN age;\n\nDROP TABEL x;"))
                .isEqualTo(
                        """
                        V7__split_name: the undo fails

                          %s/U7__split_name.sql:4
                          SQLSTATE 42601
                          ERROR: syntax error at or near "TABEL"

                            DROP TABEL x;
                                 ^

                          PostgreSQL 17 runs here. If that is too old for this syntax:
                          @TestDatabase(version = "...") or switchback.version chooses another.

                          An undo that brings the schema back:

                            ALTER TABLE public.person DROP COLUMN age;
                        """
                                .formatted(folder.path()));
    }

    @Test
    void undoFailsOnALaterLineOfItsStatement() {
        assertThat(message("ALTER TABLE person ADD age int;", "\nALTER TABLE person\n  ALTER age TIPE int;"))
                .contains("U7__split_name.sql:3\n")
                .contains(
                        """
                            ALTER TABLE person
                              ALTER age TIPE int;
                                        ^
                        """);
    }

    @Test
    void undoIsRefusedByFlywayBeforeItBegins() {
        assertThat(message(
                        "ALTER TABLE person ADD age int;",
                        "ALTER TABLE person DROP age;\nCREATE INDEX CONCURRENTLY person_idx ON person (name);"))
                .startsWith(
                        """
                        V7__split_name: the undo fails

                          %s/U7__split_name.sql
                          Detected both transactional and non-transactional statements"""
                                .formatted(folder.path()));
    }

    @Test
    void undoFailsWithTheServersHint() {
        assertThat(message(
                        "CREATE TABLE dog (id int, owner int REFERENCES person);",
                        "ALTER TABLE person DROP CONSTRAINT person_pkey;"))
                .contains("SQLSTATE 2BP01")
                .contains("Hint: Use DROP ... CASCADE to drop the dependent objects too.");
    }

    @Test
    void undoFailsWhereTheServerKnowsBetter() {
        assertThat(message("UPDATE person SET name = 'Ada L.' WHERE id = 1;", "UPDATE person SET nme = 'Ada';"))
                .isEqualTo(
                        """
                        V7__split_name: the undo fails

                          %s/U7__split_name.sql:1
                          SQLSTATE 42703
                          ERROR: column "nme" of relation "person" does not exist

                            UPDATE person SET nme = 'Ada';
                                              ^
                        """
                                .formatted(folder.path()));
        assertThat(message("SELECT 1;", "SELECT nam FROM person;"))
                .contains(
                        """
                          ERROR: column "nam" does not exist
                            Hint: Perhaps you meant to reference the column "person.name".

                            SELECT nam FROM person;
                                   ^
                        """);
    }

    @Test
    void undoFailsInsideAFunction() {
        assertThat(
                        message(
                                "SELECT 1;",
                                """
                                DO $$
                                BEGIN
                                  PERFORM 1;
                                  RAISE EXCEPTION 'no way back' USING DETAIL = 'Names are gone.', HINT = 'Ask the author.';
                                END $$;
                                """))
                .isEqualTo(
                        """
                        V7__split_name: the undo fails

                          %s/U7__split_name.sql:1
                          SQLSTATE P0001
                          ERROR: no way back
                            Detail: Names are gone.
                            Hint: Ask the author.
                            Where: PL/pgSQL function inline_code_block line 4 at RAISE

                            DO $$
                            BEGIN
                              PERFORM 1;
                              RAISE EXCEPTION 'no way back' USING DETAIL = 'Names are gone.', HINT = 'Ask the author.';
                            END $$;
                        """
                                .formatted(folder.path()));
    }

    @Test
    void undoFailsAtAPlaceAndInsideAValue() {
        assertThat(message("SELECT 1;", "SELECT\n  '{\"name\": }'::json;"))
                .isEqualTo(
                        """
                        V7__split_name: the undo fails

                          %s/U7__split_name.sql:2
                          SQLSTATE 22P02
                          ERROR: invalid input syntax for type json
                            Detail: Expected JSON value, but found "}".
                            Where: JSON data, line 1: {"name": }

                            SELECT
                              '{"name": }'::json;
                              ^
                        """
                                .formatted(folder.path()));
    }

    @Test
    void undoIsMissing() {
        folder.up(7, "split_name", "ALTER TABLE person ADD age int;");

        assertThat(Trip.of(server, folder).finding("7").text())
                .isEqualTo(
                        """
                V7__split_name: there is no undo

                  Nothing brings the schema back to where it was before V7__split_name.sql.
                  Write U7__split_name.sql beside it or, if there is no way back, say so in the migration:

                    -- switchback: irreversible <reason>

                  This undo, run on a copy, brings the schema back:

                    ALTER TABLE public.person DROP COLUMN age;
                """);
    }

    @Test
    void rowsAreLost() {
        assertThat(message("DELETE FROM person WHERE id = 2;", "SELECT 2;"))
                .isEqualTo(
                        """
                V7__split_name: the undo does not bring the rows back

                  U7__split_name.sql ran without error, but these tables do not hold what they held before V7:

                    rows of public.person: 1 of 2 is gone
                      id 2   name 'Grace'

                  If that is meant, say so in V7__split_name.sql:

                    -- switchback: loses person <reason>
                """);
    }

    @Test
    void rowsAreOthers() {
        assertThat(message("UPDATE person SET name = upper(name);", "UPDATE person SET name = lower(name);"))
                .isEqualTo(
                        """
                V7__split_name: the undo does not bring the rows back

                  U7__split_name.sql ran without error, but these tables do not hold what they held before V7:

                    rows of public.person: 2 of 2 have another name
                      id 1   'Ada'   ->   'ada'
                      id 2   'Grace'   ->   'grace'

                  If that is meant, say so in V7__split_name.sql:

                    -- switchback: loses person.name <reason>
                """);
    }

    @Test
    void enumValuesStay() {
        folder.step(6, "mood", "CREATE TYPE mood AS ENUM ('sad', 'ok');", "DROP TYPE mood;");

        assertThat(message("ALTER TYPE mood ADD VALUE 'happy';", "SELECT 1;"))
                .isEqualTo(
                        """
                V7__split_name: the undo leaves enum values behind

                  PostgreSQL cannot drop a value from an enum; the type would have to be made anew:

                    enum public.mood
                      ~ values    'sad', 'ok'   ->   'sad', 'ok', 'happy'

                  To bring it back, add to %s/U7__split_name.sql:

                    DROP TYPE public.mood;
                    CREATE TYPE public.mood AS ENUM ('sad', 'ok');
                """
                                .formatted(folder.path()));
    }

    @Test
    void columnsComeBackInAnotherOrder() {
        folder.step(6, "born", "ALTER TABLE person ADD born date;", "ALTER TABLE person DROP born;");

        assertThat(message(
                        "ALTER TABLE person DROP name;",
                        "ALTER TABLE person ADD name varchar(80) NOT NULL DEFAULT ''; ALTER TABLE person ALTER name DROP DEFAULT;"
                                + " UPDATE person SET name = CASE id WHEN 1 THEN 'Ada' ELSE 'Grace' END;"
                                + " CREATE INDEX person_name_idx ON person (lower(name));"))
                .isEqualTo(
                        """
                        V7__split_name: the undo brings the columns back in another order

                          A column can only be added last:

                            table public.person
                              ~ column order    name after id   ->   name last
                        """);
    }

    @Test
    void theMigrationDoesNotApplyAgain() {
        String role = "switchback_test_" + Long.toHexString(System.nanoTime());

        assertThat(message("CREATE ROLE " + role + ";", "SELECT 3;"))
                .isEqualTo(
                        """
                V7__split_name: after its undo, the migration fails

                  %s/V7__split_name.sql:1
                  SQLSTATE 42710
                  ERROR: role "%s" already exists

                    CREATE ROLE %s;

                  It belongs to the whole server, and another database on it has made it already: migrations run on several
                  databases here, as they may elsewhere. Create it only where it is missing:

                    DO $$ BEGIN CREATE ROLE ...; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                """
                                .formatted(folder.path(), role, role));
    }
}
