package dev.switchback.lint.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.lint.LintException;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.files.FileContent;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.files.MigrationNames;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testfiles.TestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of released migrations. */
class ReleasedFileTests {

    private static final MigrationNames NAMES = MigrationNames.of(Flyway.configure());

    @TempDir
    private Path folder;

    @BeforeEach
    void writeMigrations() throws IOException {
        write("V1__one.sql", "CREATE TABLE one (id int);\n");
        write("V2__two.sql", "CREATE TABLE two (id int);\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> told(FileUpdates updates) {
        MigrationFiles files = MigrationFiles.in(List.of(folder), NAMES, UTF_8, List.of());
        ReleasedFile released = new ReleasedFile(TestFile.at(folder.resolve("released.csv")), updates, NAMES);
        return new ChangedMigrations(
                        files.versioned(),
                        new ChangedMigrations.OldState("its release", "Bring it back as %s has it.", false))
                .of(released.migrations(files.versioned())).stream()
                        .map(LintFinding::title)
                        .toList();
    }

    @Test
    void anUpdateListsWhatIsThereAndChangesNoLine() throws IOException {
        assertThat(told(FileUpdates.ON)).isEmpty();
        write("V2__two.sql", "CREATE TABLE two (id bigint);\n");
        write("V3__three.sql", "CREATE TABLE three (id int);\n");

        assertThat(told(FileUpdates.ON))
                .containsExactly("V2__two.sql: migration-edited: its content is not that of its release");
        assertThat(folder.resolve("released.csv"))
                .hasContent(
                        """
                        # Released migrations, none of which may change: script and checksum, as in Flyway's history.
                        # Lines are added when the tests run with -Dswitchback.released=update.
                        V1__one.sql,%d
                        V2__two.sql,%d
                        V3__three.sql,%d
                        """
                                .formatted(
                                        checksum("CREATE TABLE one (id int);"),
                                        checksum("CREATE TABLE two (id int);"),
                                        checksum("CREATE TABLE three (id int);")));
    }

    private static int checksum(String text) {
        return new FileContent(text.getBytes(UTF_8), UTF_8).checksum();
    }

    @Test
    void theColumnsOfFlywaysHistoryAreReadAsTheyAreExported() throws IOException {
        write(
                "released.csv",
                """
                script,checksum
                "2025/V1__one.sql","%d"
                db.migration.V4__Java,
                R__views.sql,17
                """
                        .formatted(checksum("CREATE TABLE one (id int);")));
        write("V4__Java.java", "class V4__Java {}");

        assertThat(told(FileUpdates.OFF)).isEmpty();
        Files.delete(folder.resolve("V4__Java.java"));
        assertThat(told(FileUpdates.OFF))
                .singleElement()
                .asString()
                .contains("migration-deleted: V4__Java.java is gone since its release");
    }

    @Test
    void aMissingFileSaysHowItIsMade() {
        assertThatThrownBy(() -> told(FileUpdates.OFF))
                .isInstanceOf(LintException.class)
                .hasMessageStartingWith("There is no file ")
                .hasMessageEndingWith(
                        "To make it, run the test with -Dswitchback.released=update, read released.csv, and commit it.");
    }

    @Test
    void linesThatAreNoneAreRefusedWithTheirNumbers() throws IOException {
        write("released.csv", "# ok\nV1__one.sql\n");
        assertThatThrownBy(() -> told(FileUpdates.OFF))
                .hasMessageContaining("released.csv:2: V1__one.sql")
                .hasMessageContaining("This is no released migration. A line is a script and the checksum");

        write("released.csv", "one.sql,1\n");
        assertThatThrownBy(() -> told(FileUpdates.OFF))
                .hasMessageContaining(
                        "released.csv:1: one.sql is no name of a migration: Flyway's configuration has V<version>__<description>.sql.");

        write("released.csv", "<<<<<<< ours\nV1__one.sql,1\n");
        assertThatThrownBy(() -> told(FileUpdates.OFF))
                .hasMessageContaining("released.csv:1: a merge was not finished");
    }
}
