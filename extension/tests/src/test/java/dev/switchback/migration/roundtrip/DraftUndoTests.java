package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedServer.class)
class DraftUndoTests {

    private final Server server;
    private final Path path;
    private final Path drafts;
    private final Folder folder;

    DraftUndoTests(Server server, @TempDir Path path) throws IOException {
        this.server = server;
        this.path = path;
        drafts = path.resolve("drafts/of/mine");
        folder = new Folder(Files.createDirectory(path.resolve("migrations")))
                .step(
                        1,
                        "person",
                        """
                        CREATE TABLE person (id int PRIMARY KEY, name text NOT NULL, town text);
                        CREATE TABLE pet (id int);
                        INSERT INTO person VALUES (1, 'Ada', 'London');
                        """,
                        "DROP TABLE person, pet;");
    }

    private Finding finding(String up) {
        folder.up(7, "move_house", up);
        return Trip.of(server, folder.flyway(), RoundTripSettings.defaults().withDraftUndo(drafts))
                .finding("7");
    }

    private Path draft() {
        return drafts.resolve("U7__move_house.sql");
    }

    @Test
    void isWrittenWithWhereItComesFromAndWhatItCannotDo() {
        finding("ALTER TABLE person DROP town, ADD house int; DROP TABLE pet; CREATE TABLE house (id int);");

        assertThat(draft())
                .content()
                .isEqualTo(
                        """
                        -- Draft by Switchback: the way back from V7__move_house.sql, written from the difference of the schemas.
                        -- It was run on a copy of the database as V7__move_house.sql left it, and brought the schema back.
                        -- Read it before you rely on it.
                        -- V7__move_house.sql drops column public.person.town: its values do not come back.
                        -- V7__move_house.sql drops table public.pet: its rows do not come back.
                        -- This drops table public.house with its rows.
                        -- This drops column public.person.house with its values.
                        -- On the copy the rows of public.person were not what they were before.

                        ALTER TABLE public.person DROP COLUMN house;
                        DROP TABLE public.house;
                        CREATE TABLE public.pet (
                            id integer
                        );
                        ALTER TABLE public.person ADD COLUMN town text;
                        """);
    }

    @Test
    void isAnUndoThatHolds() throws IOException {
        finding("CREATE VIEW names AS SELECT name FROM person; CREATE INDEX person_town ON person (town);");

        Files.copy(draft(), folder.path().resolve(draft().getFileName()));

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V7 holds");
    }

    @Test
    void isNamedInTheFinding() {
        assertThat(finding("CREATE INDEX person_town ON person (town);").text())
                .isEqualTo(
                        """
                        V7__move_house: there is no undo

                          Nothing brings the schema back to where it was before V7__move_house.sql.
                          Write U7__move_house.sql beside it or, if there is no way back, say so in the migration:

                            -- switchback: irreversible <reason>

                          This undo, run on a copy, brings the schema back:

                            DROP INDEX public.person_town;

                          It was written to %s as a draft.
                        """
                                .formatted(draft()));
    }

    @Test
    void isNamedAsFlywayIsConfiguredToNameMigrations() throws IOException {
        FluentConfiguration flyway = folder.flyway().sqlMigrationSeparator("--").sqlMigrationSuffixes(".sql", ".ddl");
        folder.file("V1--person.sql", "CREATE TABLE person (id int);")
                .file("U1--person.sql", "DROP TABLE person;")
                .file("V7--move-(house).ddl", "ALTER TABLE person ADD house int;");
        Files.delete(folder.path().resolve("V1__person.sql"));
        Files.delete(folder.path().resolve("U1__person.sql"));
        Path draft = drafts.resolve("U7--move-(house).ddl");

        Trip missing = Trip.of(server, flyway, RoundTripSettings.defaults().withDraftUndo(drafts));

        assertThat(missing.finding("7").text())
                .contains("Write U7--move-(house).ddl beside it")
                .contains("It was written to " + draft + " as a draft.");
        Files.copy(draft, folder.path().resolve(draft.getFileName()));
        assertThat(Trip.of(server, flyway).verdicts()).containsExactly("V1 holds", "V7 holds");
    }

    @Test
    void leavesAFileThatIsThereAsItIs() throws IOException {
        Files.createDirectories(drafts);
        Files.writeString(draft(), "-- mine");

        assertThat(finding("CREATE INDEX person_town ON person (town);").text())
                .endsWith("  " + draft() + " is there already and stays as it is: the draft was not written.\n");
        assertThat(draft()).hasContent("-- mine");
    }

    @Test
    void leavesNothingElseInTheFolder() {
        finding("CREATE INDEX person_town ON person (town);");

        assertThat(drafts).isDirectoryNotContaining(file -> !file.equals(draft()));
    }

    @Test
    void isNotWrittenForAMigrationThatSaysItIsIrreversible() {
        folder.up(7, "move_house", "-- switchback: irreversible towns are merged\nALTER TABLE person DROP town;");

        Trip.of(server, folder.flyway(), RoundTripSettings.defaults().withDraftUndo(drafts));

        assertThat(drafts).isEmptyDirectory();
    }

    @Test
    void isNotWrittenIfItDoesNotHold() {
        assertThat(finding("ALTER TABLE person DROP name;").suggestedFix()).isEmpty();
        assertThat(drafts).isEmptyDirectory();
    }

    @Test
    void saysWhatCannotBeAddedToRows() {
        finding("ALTER TABLE pet ADD name text; DELETE FROM person; ALTER TABLE person DROP name;");

        assertThat(draft())
                .content()
                .contains(
                        "-- Where public.person has rows, name cannot be added: it is NOT NULL and has no default.\n");
    }

    @Test
    void needsAFolderThatCanBeWrittenInto() throws IOException {
        Path file = Files.writeString(path.resolve("file"), "");

        assertThatExceptionOfType(MigrationsException.class)
                .isThrownBy(() -> RoundTripSettings.defaults().withDraftUndo(file))
                .withMessage("Drafts of undo scripts cannot be written: %s is not a folder.", file);
    }

    @Test
    void needsAFolderThatCanBeMade() throws IOException {
        Path file = Files.writeString(path.resolve("file"), "");

        assertThatExceptionOfType(MigrationsException.class)
                .isThrownBy(() -> RoundTripSettings.defaults().withDraftUndo(file.resolve("drafts")))
                .withMessageStartingWith("Drafts of undo scripts cannot be written into " + file.resolve("drafts"));
    }
}
