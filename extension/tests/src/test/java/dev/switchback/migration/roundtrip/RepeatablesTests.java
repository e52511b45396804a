package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The newest undo meets what repeatable migrations have made, as in production. */
@ExtendWith(SharedServer.class)
class RepeatablesTests {

    private final Server server;
    private final Folder folder;

    RepeatablesTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(1, "t", "CREATE TABLE t (a int);", "DROP TABLE t;")
                .step(2, "c", "ALTER TABLE t ADD b int;", "ALTER TABLE t DROP b;");
    }

    @ParameterizedTest
    @EnumSource(names = {"STEPS", "LATEST"})
    void aViewThatReadsWhatTheUndoDrops(RoundTripMode mode) {
        folder.file("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT a, b FROM t;");

        Trip trip =
                Trip.of(server, folder.flyway(), RoundTripSettings.defaults().withMode(mode));

        assertThat(trip.finding("2").text())
                .isEqualTo(
                        """
                        V2__c: the undo fails where the repeatable migrations have run

                          %s:1
                          SQLSTATE 2BP01
                          ERROR: cannot drop column b of table t because other objects depend on it
                            Detail: view v depends on column b of table t
                            Hint: Use DROP ... CASCADE to drop the dependent objects too.

                            ALTER TABLE t DROP b;

                          Without R__view.sql it runs, but in production they have run before it. Have it take away first what they
                          made of what it takes away, and make that again as the version before needs it.
                        """
                                .formatted(folder.path().resolve("U2__c.sql")));
    }

    @Test
    void repeatablesThatDependOnEachOtherAndOnNothingThatGoes() {
        folder.file("R__1_view.sql", "CREATE OR REPLACE VIEW v AS SELECT a FROM t;")
                .file("R__2_view.sql", "CREATE OR REPLACE VIEW w AS SELECT a FROM v;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds");
        assertThat(trip.result().notCompared())
                .contains(
                        "undo scripts, but for the newest one in modes STEPS and LATEST, with the repeatable migrations in"
                                + " place: R__1_view.sql, R__2_view.sql");
    }

    @Test
    void whatAnUndoTakesFromThemDoesNotComeBackByItself() {
        folder.file("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT a, b FROM t;")
                .file("U2__c.sql", "DROP VIEW IF EXISTS v; ALTER TABLE t DROP b;");

        assertThat(Trip.of(server, folder).finding("2").text())
                .isEqualTo(
                        """
                        V2__c: after its undo, what the repeatable migrations made is not there again

                          V2__c.sql, run again after U2__c.sql where R__view.sql had run, ends elsewhere than before:

                            - view public.v    SELECT a, b FROM public.t;

                          Flyway runs a repeatable migration again only when its checksum changes. Let the undo leave what it made,
                          or have it run every time, with ${flyway:timestamp} in a comment of it.
                        """);
    }

    @Test
    void whatRunsEveryTimeComesBack() {
        folder.file("R__view.sql", "-- ${flyway:timestamp}\nCREATE OR REPLACE VIEW v AS SELECT a, b FROM t;")
                .file("U2__c.sql", "DROP VIEW IF EXISTS v; ALTER TABLE t DROP b;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds");
    }

    @Test
    void rowsThatARepeatableBroughtIn() {
        folder.step(3, "colour", "CREATE TABLE colour (name text);", "DROP TABLE colour;")
                .file("R__colours.sql", "DELETE FROM colour; INSERT INTO colour VALUES ('red');");

        assertThat(Trip.of(server, folder).finding("3").text()).contains("rows of public.colour: 1 row   ->   no row");
    }

    @Test
    void whatARepeatableTookAwayIsNotThereForTheUndo() {
        folder.step(3, "view", "CREATE VIEW v AS SELECT a FROM t;", "DROP VIEW v;")
                .file("R__view.sql", "CREATE OR REPLACE VIEW x AS SELECT a FROM t; DROP VIEW IF EXISTS v;");

        assertThat(Trip.of(server, folder).verdicts()).last().isEqualTo("V3 undo-fails");
    }

    @Test
    void aJavaRepeatableCounts() {
        Trip trip = Trip.of(server, folder.flyway(flyway -> flyway.javaMigrations(new R__View())));

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 undo-fails");
    }

    /** Makes a view. */
    public static final class R__View extends BaseJavaMigration {

        @Override
        public void migrate(Context context) throws Exception {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("CREATE OR REPLACE VIEW v AS SELECT a, b FROM t");
            }
        }
    }
}
