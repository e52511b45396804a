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

/** Notices, which fail nothing, and findings about the files themselves; to the letter. */
@ExtendWith(SharedServer.class)
class NoticeMessageTests {

    private final Server server;
    private final Folder folder;

    NoticeMessageTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path).step(1, "word", "CREATE TABLE word (text text);", "DROP TABLE word;");
    }

    private String notice(String up, String undo) {
        folder.step(2, "change", up, undo);
        return Trip.of(server, folder).finding("2").text();
    }

    private String fileFinding() {
        return Trip.of(server, folder).result().findings().get(0).text();
    }

    @Test
    void theUndoUsesOtherWords() {
        folder.step(
                2, "function", "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';", "DROP FUNCTION one();");
        folder.step(
                3,
                "change",
                "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2';",
                "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT   1';");

        assertThat(Trip.of(server, folder).finding("3").text())
                .isEqualTo(
                        """
                V3__change: the undo brings the same back in other words

                  These mean the same:

                    function public.one()
                      ~ body    SELECT 1   ->   SELECT   1
                """);
    }

    @Test
    void rowsAreMadeByChance() {
        assertThat(notice("INSERT INTO word VALUES (gen_random_uuid()::text);", "DELETE FROM word;"))
                .isEqualTo(
                        """
                        V2__change: the migration does not give the same in every run

                          Two runs from the same state differ here, as a clock or a random number makes it; not compared:

                            rows of public.word: 1 row, but not the same
                        """);
    }

    @Test
    void oneVersionHasTwoUndos() {
        folder.file("U1__other.sql", "DROP TABLE word;");

        assertThat(fileFinding())
                .isEqualTo(
                        """
                V1__word: more than one undo

                  These files undo the same version, and only U1__word.sql was run:

                    %1$s/U1__other.sql
                    %1$s/U1__word.sql

                  Keep one.
                """
                                .formatted(folder.path()));
    }

    @Test
    void anUndoHasAnotherName() {
        folder.up(2, "length", "ALTER TABLE word ADD length int;")
                .file("U2__lenght.sql", "ALTER TABLE word DROP length;");

        assertThat(fileFinding())
                .isEqualTo(
                        """
                V2__length: the undo has another name

                  U2__lenght.sql has the migration's version, but not its description.
                  If it is meant for another migration, its version is wrong; if not, rename it.
                """);
    }

    @Test
    void anUndoHasNoMigration() {
        folder.file("U22__length.sql", "ALTER TABLE word DROP length;");

        assertThat(fileFinding())
                .isEqualTo(
                        """
                U22__length.sql: an undo without its migration

                  No migration has its version, so nothing ever runs it.
                  %s/U22__length.sql
                  Give it its migration's version, or delete it.
                """
                                .formatted(folder.path()));
    }
}
