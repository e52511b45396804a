package dev.switchback.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Markers in scripts, and texts that only look like markers. */
@ExtendWith(SharedServer.class)
class ScriptMarkersTests {

    private final Server server;
    private final Folder folder;

    ScriptMarkersTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path).step(1, "base", "CREATE TABLE t (a text);", "DROP TABLE t;");
    }

    private List<String> rules() {
        return Trip.of(server, folder).result().findings().stream()
                .map(finding -> finding.rule() + " " + finding.title())
                .toList();
    }

    @Test
    void wordsInTextsBodiesAndBlockCommentsAreData() {
        folder.step(
                        2,
                        "procedure",
                        "CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES ('x'); ROLLBACK; END $$;",
                        "DROP PROCEDURE p();")
                .step(3, "text", "INSERT INTO t VALUES ('x;\nROLLBACK;\n');", "DELETE FROM t;")
                .step(
                        4,
                        "history",
                        "COMMENT ON TABLE t IS 'not flyway_schema_history; DROP TABLE flyway_schema_history';",
                        "COMMENT ON TABLE t IS NULL;")
                .step(
                        5,
                        "body",
                        "CREATE FUNCTION m() RETURNS text LANGUAGE sql AS $$\n-- switchback: irreversible a comment in a body\nSELECT 'a'::text $$;",
                        "DROP FUNCTION m();")
                .step(
                        6,
                        "marker in text",
                        "INSERT INTO t VALUES ('\n-- switchback: nonsense\n');",
                        "DELETE FROM t WHERE a LIKE '%nonsense%';")
                .step(7, "block", "/*\n-- switchback: irreversible in a block\n*/\nCREATE TABLE b ();", "DROP TABLE b;")
                .step(
                        8,
                        "name",
                        "CREATE TABLE \"\n-- switchback: nonsense\n\" ();",
                        "DROP TABLE \"\n-- switchback: nonsense\n\";")
                .step(
                        9,
                        "rows",
                        "COPY t FROM STDIN;\nit's\n-- switchback: nonsense\n\\.\nDELETE FROM t WHERE a LIKE 'it%' OR a LIKE '--%';",
                        "DO $$ BEGIN PERFORM 'it''s\n-- switchback: loses'; END $$;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.result().findings()).isEmpty();
        assertThat(trip.verdicts())
                .containsExactly(
                        "V1 holds",
                        "V2 holds",
                        "V3 holds",
                        "V4 holds",
                        "V5 holds",
                        "V6 holds",
                        "V7 holds",
                        "V8 holds",
                        "V9 holds");
    }

    @Test
    void whatIsRunWithinABodyCounts() {
        folder.step(
                2,
                "history",
                "DO $$ BEGIN EXECUTE 'DELETE FROM flyway_schema_history WHERE version = ''x'''; END $$;",
                "DO LANGUAGE plpgsql $$ BEGIN UPDATE flyway_schema_history SET version = 'x' WHERE false; END $$;");

        assertThat(rules())
                .extracting(rule -> rule.split(" ")[0])
                .containsExactly("history-touched", "history-touched");
    }

    @Test
    void aMigrationWithoutAWayBackSaysWhy() {
        folder.up(2, "why", "-- switchback: irreversible the names are gone\nSELECT 1;")
                .up(3, "large", "-- Switchback: IRREVERSIBLE the names are gone\nSELECT 1;")
                .up(4, "none", "SELECT 1;\n--switchback: irreversible");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 skipped", "V3 skipped", "V4 marker-reason");
        assertThat(trip.finding("4").text())
                .isEqualTo(
                        """
                        V4__none: there is no undo, and the migration does not say why

                          %s:2
                          -- switchback: irreversible

                          Write the reason behind the word: -- switchback: irreversible <reason>
                        """
                                .formatted(folder.path().resolve("V4__none.sql")));
    }

    @Test
    void linesThatAlmostSpeakAreRefused() {
        folder.up(
                2,
                "near",
                """
                -- switchbak: irreversible the names are gone
                -- switch-back: irreversible the names are gone
                -- switchback irreversible the names are gone
                -- switchback; irreversible the names are gone
                --- switchback: irreversible the names are gone
                -- @switchback: loses t.a
                -- switchback: irreversable the names are gone
                -- switchback: nonsense
                SELECT 1; -- switchback: irreversible the names are gone
                -- the switchback: irreversible is a marker
                -- switchback is a tool, and this line is prose
                -- swimming: loses
                """);

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 undo-missing");
        assertThat(trip.result().findings()).hasSize(9).allMatch(finding -> finding.rule()
                .equals("marker-unknown"));
        assertThat(trip.result().findings().get(0).text())
                .isEqualTo(
                        """
                        V2__near: V2__near.sql says something that is not known

                          %s:1
                          -- switchbak: irreversible the names are gone

                          Write: -- switchback: irreversible <reason>
                        """
                                .formatted(folder.path().resolve("V2__near.sql")));
    }

    @Test
    void anUndoSaysNothingOfItsMigration() {
        folder.step(
                2,
                "column",
                "ALTER TABLE t ADD b int;",
                "-- switchback: irreversible no reason\n-- switchback: loses t.b no reason\nALTER TABLE t DROP b;");

        assertThat(rules())
                .containsExactly(
                        "marker-unknown V2__column: U2__column.sql says what only its migration can",
                        "marker-unknown V2__column: U2__column.sql says what only its migration can");
    }

    @Test
    void aReasonIsMadeOfWords() {
        folder.up(2, "dots", "-- switchback: irreversible ...\nSELECT 1;")
                .up(3, "form", "-- switchback: irreversible <reason>\nSELECT 1;")
                .up(4, "unseen", "-- switchback: irreversible \u200B\nSELECT 1;")
                .up(5, "colon", "-- switchback: irreversible:\r\nSELECT 1;\r\n")
                .up(6, "given", "-- switchback: irreversible: the names are gone\r\nSELECT 1;\r\n");

        assertThat(Trip.of(server, folder).verdicts())
                .containsExactly(
                        "V1 holds",
                        "V2 marker-reason",
                        "V3 marker-reason",
                        "V4 marker-reason",
                        "V5 marker-reason",
                        "V6 skipped");
    }

    @Test
    void theMarkOfByteOrderIsNoStatement() {
        folder.up(2, "mark", "\uFEFF-- switchback: irreversible the names are gone\nSELECT 1;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 skipped");
        assertThat(trip.result().findings()).isEmpty();
    }

    @Test
    void whatLooksLikeAMarkerAndIsNoneIsRefused() {
        folder.up(
                2,
                "near",
                """
                --\u00A0switchback: irreversible the names are gone
                -- switch\u200Bback: irreversible the names are gone
                -- switchb\u0430ck: irreversible the names are gone
                -- switchback\uFF1A irreversible the names are gone
                /* switchback: irreversible the names are gone */
                /* as in switchback: irreversible, which is prose */
                -- switchback: expects-empty t the\u00A0names are gone
                SELECT 1;
                """);

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 undo-missing");
        assertThat(rules()).hasSize(5).allMatch(rule -> rule.startsWith("marker-unknown"));
        assertThat(trip.result().findings().get(0).text())
                .contains("--\\u00a0switchback: irreversible")
                .contains("It holds characters that nobody sees. Write: -- switchback: irreversible <reason>");
    }

    @Test
    void anUndoBesideAMigrationWithoutAWayBackIsNotTriedAndThatIsSaid() {
        folder.step(2, "both", "-- switchback: irreversible the names are gone\nSELECT 1;", "DROP TABLE nowhere;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 skipped");
        assertThat(rules()).containsExactly("undo-not-tried V2__both: its undo is not tried");
    }
}
