package dev.switchback.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        assertThat(versions(migrations.pending().migrations())).containsExactly("1", "2", "3", "");
        migrations.up("2");
        assertThat(versions(migrations.pending().migrations())).containsExactly("3", "");
    }

    @Test
    void pendingIsATableForAReader() {
        migrations.up("2");

        assertThat(migrations.pending())
                .hasToString(
                        """
                        version  description  state
                        3        index        Pending
                                 view         Pending
                        """);
    }

    @Test
    void theHistoryIsATableForAReader() {
        migrations.up();

        assertThat(migrations
                        .history()
                        .toString()
                        .replaceAll("\\d{4}-[-\\dT:]+Z", "<moment>            ")
                        .replaceAll("\\d+ ms", "<time>"))
                .isEqualTo(
                        """
                        version  description  state    installed on          by        took
                        1        word         Success  <moment>              postgres  <time>
                        2        length       Success  <moment>              postgres  <time>
                        3        index        Success  <moment>              postgres  <time>
                                 view         Success  <moment>              postgres  <time>
                        """);
    }

    @Test
    void theHistoryTellsWhatFailedAndWhatHasNoFile() throws SQLException {
        migrations.up();
        execute(
                """
                INSERT INTO flyway_schema_history SELECT 90, '2.5', 'gone', 'SQL', 'V2.5__gone.sql', 1, 'x', now(), 1, true;
                INSERT INTO flyway_schema_history SELECT 91, '9', 'half', 'SQL', 'V9__half.sql', 1, 'x', now(), 1, false""");

        assertThat(migrations.history().rows())
                .extracting(row -> row.migration().version() + " " + row.state())
                .containsExactly(
                        "1 SUCCESS", "2 SUCCESS", "3 SUCCESS", " SUCCESS", "2.5 MISSING_SUCCESS", "9 FUTURE_FAILED");
    }

    @Test
    void askingMakesNoHistoryAndRunsNoCallback() throws SQLException {
        folder.file("beforeInfo.sql", "CREATE TABLE trace (id int);");

        assertThat(migrations.history()).hasToString("no migrations\n");
        assertThat(migrations.pending().rows()).hasSize(4);
        assertThat(Schema.read(database.dataSource()).objects(ObjectKind.TABLE)).isEmpty();
    }

    @Test
    void upAppliesEverything() {
        assertThat(versions(migrations.up())).containsExactly("1", "2", "3");
        assertThat(versions(migrations.history().applied())).containsExactly("1", "2", "3");
        assertThat(migrations.pending().isEmpty()).isTrue();
    }

    @Test
    void upToAVersionLeavesRepeatablesAlone() {
        assertThat(versions(migrations.up("1"))).containsExactly("1");
        assertThat(versions(migrations.history().applied())).containsExactly("1");
    }

    @Test
    void downUndoesExactlyOneAndTheHistoryIsTrue() {
        migrations.up("2");
        Schema atTwo = read();
        migrations.up("3");

        assertThat(migrations.down().displayName()).isEqualTo("V3 index");

        assertThat(read()).isEqualTo(atTwo);
        assertThat(versions(migrations.history().applied())).containsExactly("1", "2");
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
        assertThat(versions(migrations.history().applied())).containsExactly("1");
    }

    @Test
    void downToZeroUndoesEverything() {
        migrations.up("3");

        assertThat(versions(migrations.down("0"))).containsExactly("3", "2", "1");
        assertThat(migrations.history().applied()).isEmpty();
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

        assertThat(versions(migrations.history().applied())).containsExactly("1", "2", "3", "4");
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

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Schema read() {
        return Schema.read(database.dataSource()).without("public.flyway_schema_history");
    }
}
