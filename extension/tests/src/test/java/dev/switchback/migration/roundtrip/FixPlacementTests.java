package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.migration.SuggestedFix;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Suggested SQL that is added to the end of an undo, as it is printed, makes the undo hold. */
@ExtendWith(SharedServer.class)
class FixPlacementTests {

    private static final String GREETING =
            "CREATE FUNCTION greet(n text) RETURNS text LANGUAGE sql AS $$ SELECT replace('hi ${who}', '${who}', n) $$;";

    private final Server server;
    private final Folder folder;
    private UnaryOperator<FluentConfiguration> flyway = flyway -> flyway;

    FixPlacementTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    private Trip trip() {
        return Trip.of(server, folder.flyway(flyway));
    }

    /** Adds what the second step's finding says, and returns that finding. */
    private Finding followed() throws IOException {
        Finding finding = trip().finding("2");
        SuggestedFix fix = finding.suggestedFix().orElseThrow();
        Path undo = folder.path().resolve(Path.of(fix.file()).getFileName());
        String before = finding.rule().equals("undo-fails") ? "" : Files.readString(undo) + "\n";
        Files.writeString(undo, before + fix.script());
        for (String line : new String[] {"placeholderReplacement=false", "executeInTransaction=false"}) {
            if (finding.text().contains("write " + line + " into U2__x.sql.conf beside it.")) {
                folder.file("U2__x.sql.conf", line + "\n");
            }
        }
        assertThat(trip().verdicts()).containsExactly("V1 holds", "V2 holds");
        return finding;
    }

    @Test
    void inAnUndoWithPlaceholdersOfItsOwn() throws IOException {
        flyway = flyway -> flyway.placeholders(Map.of("who", "you"));
        folder.step(1, "x", GREETING, "DROP FUNCTION greet;")
                .file("V1__x.sql.conf", "placeholderReplacement=false")
                .step(2, "x", "DROP FUNCTION greet; CREATE TABLE ${who} ();", "DROP TABLE ${who};");

        assertThat(followed().text())
                .contains("DO $run$ BEGIN EXECUTE replace($sql$CREATE OR REPLACE FUNCTION public.greet(n text)")
                .contains("$$sql$, '~1~', chr(36) || chr(123)); END $run$;")
                .endsWith(
                        "\n\n  Flyway takes ${ for a placeholder, and U2__x.sql has some: so that text is put together when it runs.\n");
    }

    @Test
    void withPlaceholdersThatLookOtherwise() throws IOException {
        flyway =
                flyway -> flyway.placeholderPrefix("[[").placeholderSuffix("]]").placeholders(Map.of("who", "you"));
        folder.step(
                        1,
                        "x",
                        "CREATE TABLE t (a text[] DEFAULT ARRAY[['${a}', 'b']], b text DEFAULT '[[who]]');",
                        "DROP TABLE t;")
                .file("V1__x.sql.conf", "placeholderReplacement=false")
                .step(2, "x", "DROP TABLE t; CREATE TABLE [[who]] ();", "DROP TABLE [[who]];");

        assertThat(followed().text()).contains("chr(91) || chr(91)");
    }

    @Test
    void behindAStatementWithoutItsSemicolon() throws IOException {
        folder.step(1, "x", "CREATE TABLE t (a int)", "DROP TABLE t")
                .step(2, "x", "CREATE TABLE u (); ALTER TABLE t ADD b text", "DROP TABLE u /* that is ; */ -- all;");

        assertThat(followed().text())
                .endsWith(
                        """
                            ;
                            ALTER TABLE public.t DROP COLUMN b;

                          Its first semicolon ends the last statement of U2__x.sql, which has none.
                        """);
    }

    @Test
    void whereTheUndoGoesOnAsAnotherRole() throws IOException {
        folder.step(
                        1,
                        "x",
                        """
                        DO $$ BEGIN CREATE ROLE placement NOLOGIN;
                        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                        CREATE TABLE t (a int);
                        GRANT CREATE ON SCHEMA public TO placement;
                        """,
                        "REVOKE CREATE ON SCHEMA public FROM placement; DROP TABLE t;")
                .step(
                        2,
                        "x",
                        "CREATE INDEX i ON t (a); SET ROLE placement; CREATE TABLE z ();",
                        "SET ROLE placement; DROP TABLE z;");

        assertThat(followed().text())
                .contains("    RESET ROLE;\n    DROP INDEX public.i;\n")
                .endsWith("U2__x.sql goes on as another role: so RESET ROLE stands in front.\n");
    }

    @Test
    void besideWhatRunsOutsideATransaction() throws IOException {
        folder.step(1, "x", "CREATE TABLE t (a int);", "DROP TABLE t;")
                .step(2, "x", "CREATE INDEX i ON t (a); ALTER TABLE t ADD b text;", "VACUUM t;");

        assertThat(followed().text())
                .endsWith(
                        "\n\n  Flyway runs a part of the script outside a transaction: write executeInTransaction=false into U2__x.sql.conf beside it.\n");
    }

    /** Flyway's parser takes the END of a CASE for that of the body. */
    @Test
    void whereFlywayCutsAStatementInTwo() throws IOException {
        folder.step(
                        1,
                        "x",
                        """
                        CREATE TABLE t (a int);
                        DO $do$ BEGIN
                          CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
                            SELECT CASE WHEN x > 1 THEN 2 ELSE CASE x WHEN 1 THEN 5 END END;
                            SELECT count(*) FROM t;
                          END;
                        END $do$;
                        """,
                        "DROP FUNCTION f; DROP TABLE t;")
                .step(2, "x", "DROP FUNCTION f;", "DROP FUNCTION no_such;");

        assertThat(followed().text())
                .contains("DO $run$ BEGIN EXECUTE $sql$CREATE OR REPLACE FUNCTION public.f(x integer)");
    }
}
