package dev.switchback.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedServer.class)
class MigrationsTests {

    private final Database database;
    private final Folder folder;
    private final Flyway flyway;
    private final Migrations migrations;

    MigrationsTests(Server server, @TempDir Path path) {
        database = server.create();
        folder = new Folder(path)
                .step(1, "word", "CREATE TABLE word (text text);", "DROP TABLE word;")
                .step(2, "length", "ALTER TABLE word ADD length int;", "ALTER TABLE word DROP length;")
                .step(
                        3,
                        "index",
                        "CREATE INDEX CONCURRENTLY word_idx ON word (text);",
                        "DROP INDEX CONCURRENTLY word_idx;")
                .file("R__view.sql", "CREATE OR REPLACE VIEW long_word AS SELECT text FROM word WHERE length > 9;");
        flyway = folder.flyway().dataSource(database.dataSource()).load();
        migrations = Migrations.of(flyway);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private static List<String> versions(List<Migration> migrations) {
        return migrations.stream().map(Migration::version).toList();
    }

    @Test
    void pendingListsWhatUpWouldApply() {
        assertThat(versions(migrations.pending())).containsExactly("1", "2", "3", "");
        migrations.up("2");
        assertThat(versions(migrations.pending())).containsExactly("3", "");
    }

    @Test
    void upAppliesEverything() {
        assertThat(versions(migrations.up())).containsExactly("1", "2", "3");
        assertThat(versions(migrations.history())).containsExactly("1", "2", "3");
        assertThat(migrations.pending()).isEmpty();
    }

    @Test
    void upToAVersionLeavesRepeatablesAlone() {
        assertThat(versions(migrations.up("1"))).containsExactly("1");
        assertThat(versions(migrations.history())).containsExactly("1");
    }

    @Test
    void downUndoesExactlyOneAndTheHistoryIsTrue() {
        migrations.up("2");
        Schema atTwo = read();
        migrations.up("3");

        assertThat(migrations.down().displayName()).isEqualTo("V3 index");

        assertThat(read()).isEqualTo(atTwo);
        assertThat(versions(migrations.history())).containsExactly("1", "2");
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("2");
        assertThat(Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .ignoreMigrationPatterns("*:pending")
                        .load()
                        .validateWithResult()
                        .validationSuccessful)
                .isTrue();
    }

    @Test
    void downToAVersionUndoesWhatIsNewer() {
        migrations.up("3");

        assertThat(versions(migrations.down("1"))).containsExactly("3", "2");
        assertThat(versions(migrations.history())).containsExactly("1");
    }

    @Test
    void downToZeroUndoesEverything() {
        migrations.up("3");

        assertThat(versions(migrations.down("0"))).containsExactly("3", "2", "1");
        assertThat(migrations.history()).isEmpty();
        assertThat(versions(migrations.up("3"))).containsExactly("1", "2", "3");
    }

    @Test
    void downToAVersionThatIsNotAppliedIsAnError() {
        migrations.up("2");

        assertThatThrownBy(() -> migrations.down("7"))
                .isInstanceOf(MigrationsException.class)
                .hasMessage("Cannot go down to version 7: it is not applied. Applied are [1, 2].");
    }

    @Test
    void downFromNothingIsAnError() {
        assertThatThrownBy(migrations::down)
                .isInstanceOf(MigrationsException.class)
                .hasMessage("Nothing to undo: the history holds no applied migration.");
    }

    @Test
    void anUndoThatFailsLeavesTheHistoryAsItIs() {
        folder.step(4, "broken", "ALTER TABLE word ADD a int;", "ALTER TABLE word DROP a;\nDROP TABLE nowhere;");
        migrations.up("4");
        Schema atFour = read();

        assertThatThrownBy(migrations::down)
                .isInstanceOf(MigrationsException.class)
                .hasMessageContaining("V4__broken: the undo fails")
                .hasMessageContaining("U4__broken.sql:2");

        assertThat(versions(migrations.history())).containsExactly("1", "2", "3", "4");
        assertThat(read()).isEqualTo(atFour);
    }

    @Test
    void aMissingUndoIsAnErrorThatNamesTheFileToWrite() {
        folder.up(4, "forgotten", "ALTER TABLE word ADD a int;");
        migrations.up("4");

        assertThatThrownBy(migrations::down).hasMessageContaining("Write U4__forgotten.sql beside it");
    }

    @Test
    void undosMayLieInALocationOfTheirOwn(@TempDir Path elsewhere) {
        folder.up(4, "apart", "ALTER TABLE word ADD a int;");
        new Folder(elsewhere).file("U4__apart.sql", "ALTER TABLE word DROP a;");
        migrations.up("4");

        assertThat(migrations.withUndo("filesystem:" + elsewhere).down().version())
                .isEqualTo("4");
    }

    private Schema read() {
        return Schema.read(database.dataSource()).without("public.flyway_schema_history");
    }
}
