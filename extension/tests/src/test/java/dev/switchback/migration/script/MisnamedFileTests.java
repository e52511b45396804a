package dev.switchback.migration.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders that nothing runs although somebody meant it. */
@ExtendWith(SharedServer.class)
class MisnamedFileTests {

    private final Server server;
    private final Folder folder;

    MisnamedFileTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path).step(1, "base", "CREATE TABLE t (a text);", "DROP TABLE t;");
    }

    @Test
    void aFileThatIsNoMigrationIsNamedWithItsRightName() {
        folder.file("V2_b.sql", "SELECT 1;")
                .file("V3__c.slq", "SELECT 1;")
                .file("README.md", "# t")
                .file("afterMigrate.sql", "SELECT 1;")
                .file("V1__base.sql.conf", "executeInTransaction=true");

        assertThat(Trip.of(server, folder).result().findings())
                .extracting(Finding::text)
                .containsExactly(
                        """
                        V2_b.sql: a file that nothing runs

                          %s
                          It looks like a migration, an undo or a callback, but its name is not one. Call it V2__b.sql,
                          or put it elsewhere.
                        """
                                .formatted(folder.path().resolve("V2_b.sql")),
                        """
                        V3__c.slq: a file that nothing runs

                          %s
                          It looks like a migration, an undo or a callback, but its name is not one. Call it V3__c.sql,
                          or put it elsewhere.
                        """
                                .formatted(folder.path().resolve("V3__c.slq")));
    }

    @Test
    void aConfigurationWithoutItsScriptIsNamedWithItsRightName() {
        folder.file("V1__base.conf", "executeInTransaction=false")
                .file("V2__b.sql.conf", "executeInTransaction=false")
                .file("U1__base.sql.conf", "executeInTransaction=true")
                .file("flyway.conf", "flyway.url=x");

        assertThat(Trip.of(server, folder).result().findings())
                .extracting(Finding::text)
                .containsExactly(
                        """
                        V1__base.conf: a configuration without its script

                          %s
                          No script has its name without .conf, so Flyway never reads it. Call it V1__base.sql.conf, or delete it.
                        """
                                .formatted(folder.path().resolve("V1__base.conf")),
                        """
                        V2__b.sql.conf: a configuration without its script

                          %s
                          No script has its name without .conf, so Flyway never reads it. Give it its script's name, or delete it.
                        """
                                .formatted(folder.path().resolve("V2__b.sql.conf")));
    }

    @Test
    void aMigrationOfAShellIsNamedAndTheOthersAreJudged() {
        folder.file("V2__b.sh", "true").step(3, "c", "ALTER TABLE t ADD c int;", "ALTER TABLE t DROP c;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V3 holds");
        assertThat(trip.result().findings())
                .extracting(Finding::title)
                .containsExactly("V2__b.sh: a migration that is run by a shell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V2__b.sh", "V4__d.sh", "R__r.sh"})
    void aMigrationOfAShellDoesNotRunBesideRepeatables(String name) {
        Path trace = folder.path().resolve("trace");
        folder.file(name, "touch '" + trace + "'")
                .step(3, "c", "ALTER TABLE t ADD c int;", "ALTER TABLE t DROP c;")
                .file("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT a FROM t;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V3 holds");
        assertThat(trip.result().findings())
                .extracting(Finding::title)
                .containsExactly(name + ": a migration that is run by a shell");
        assertThat(trip.result().notCompared())
                .filteredOn(each -> each.startsWith("undo scripts, but"))
                .singleElement()
                .asString()
                .endsWith("in place: R__view.sql");
        assertThat(trace).doesNotExist();
    }

    @Test
    void aBaselineIsLeftOutWhereTheMigrationsBeforeItAreThere() {
        folder.step(2, "b", "ALTER TABLE t ADD b int;", "ALTER TABLE t DROP b;")
                .file("B2__both.sql", "CREATE TABLE t (a text, b int);");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds");
        assertThat(trip.result().findings())
                .extracting(Finding::rule, Finding::title)
                .containsExactly(tuple("baseline-not-run", "B2__both.sql: a baseline is not run"));
    }

    @Test
    void aBaselineIsWhereTheHistoryBeginsIfNothingIsBeforeIt(@TempDir Path other) {
        Folder later = new Folder(other)
                .file("B1__old.sql", "SELECT no_such_thing;")
                .file("B2__both.sql", "CREATE TABLE t (a text, b int);")
                .step(3, "c", "ALTER TABLE t ADD c int;", "ALTER TABLE t DROP c;");

        Trip trip = Trip.of(server, later);

        assertThat(trip.verdicts()).containsExactly("V2 skipped", "V3 holds");
    }

    @Test
    void whereThereIsNoMigrationAtAllItIsSaidWithThat(@TempDir Path other) {
        Folder misnamed = new Folder(other).file("v1__a.sql", "SELECT 1;");

        assertThatThrownBy(() -> Trip.of(server, misnamed))
                .isInstanceOf(MigrationsException.class)
                .hasMessageStartingWith("No migrations found.")
                .hasMessageContaining("Call it V1__a.sql");
    }

    @Test
    void aSuffixInLargeLettersIsOneForFlywayAndSoHere() throws IOException {
        folder.file("V2__b.SQL", "ALTER TABLE t ADD b int;").file("U2__b.SQL", "ALTER TABLE t DROP b;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds");
        assertThat(trip.result().findings()).isEmpty();
    }

    @Test
    void aFolderOfUndosThatIsNotThere() throws IOException {
        Files.createDirectories(folder.path().resolve("undos"));
        RoundTripSettings settings = RoundTripSettings.defaults().withUndo(folder.location() + "/undo");

        assertThatThrownBy(() -> Trip.of(server, folder.flyway(), settings))
                .isInstanceOf(MigrationsException.class)
                .hasMessage(
                        "The location of undo scripts %1$s/undo is not there. Did you mean %1$s/undos?",
                        folder.location());
        assertThatThrownBy(() -> Trip.of(
                        server, folder.flyway(), RoundTripSettings.defaults().withUndo("classpath:no/such/folder")))
                .hasMessageStartingWith(
                        "The location of undo scripts classpath:no/such/folder is not there. Make the folder");
    }
}
