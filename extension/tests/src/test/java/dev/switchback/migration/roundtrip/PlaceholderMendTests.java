package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** SQL that is printed works where it is to be put, or it is said what it takes. */
@ExtendWith(SharedServer.class)
class PlaceholderMendTests {

    private static final String ADVICE =
            "\n\n  Flyway takes ${ in it for a placeholder: write placeholderReplacement=false into U2__f.sql.conf beside it.\n";

    private final Server server;
    private final Folder folder;

    PlaceholderMendTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "f",
                        "CREATE FUNCTION greet(n text) RETURNS text LANGUAGE sql AS $$ SELECT replace('hi ${who}', '${who}', n) $$;",
                        "DROP FUNCTION greet(text);")
                .file("V1__f.sql.conf", "placeholderReplacement=false")
                .up(
                        2,
                        "f",
                        "CREATE OR REPLACE FUNCTION greet(n text) RETURNS text LANGUAGE sql AS $$ SELECT 'hello ' || n $$;");
    }

    private String text(RoundTripMode mode) {
        return Trip.of(server, folder.flyway(), RoundTripSettings.defaults().withMode(mode))
                .finding("2")
                .text();
    }

    @Test
    void flywayWouldReplaceWhatASuggestionHolds() {
        folder.file("U2__f.sql", "SELECT 1;");

        assertThat(text(RoundTripMode.STEPS)).contains("hi ${who}").endsWith(ADVICE);
    }

    @Test
    void itIsNotSaidWhereNothingIsReplaced() {
        folder.file("U2__f.sql", "SELECT 1;").file("U2__f.sql.conf", "placeholderReplacement=false");

        assertThat(text(RoundTripMode.STEPS)).contains("hi ${who}").doesNotContain("for a placeholder");
    }

    @Test
    void aDraftComesWithWhatItTakes(@TempDir Path drafts) {
        Trip.of(server, folder.flyway(), RoundTripSettings.defaults().withDraftUndo(drafts));

        assertThat(drafts.resolve("U2__f.sql")).content().contains("hi ${who}");
        assertThat(drafts.resolve("U2__f.sql.conf")).hasContent("placeholderReplacement=false\n");
    }

    @Test
    void theModeFullSaysHowToMendAnUndoThatFails() {
        folder.file("U2__f.sql", "DROP TABLE nowhere;");

        assertThat(text(RoundTripMode.FULL))
                .contains("An undo that brings the schema back:")
                .endsWith(ADVICE);
    }
}
