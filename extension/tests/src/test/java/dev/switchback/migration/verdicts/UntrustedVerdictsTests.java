package dev.switchback.migration.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inputs of a verdict cannot always be known; then the step is judged every time, and why is said. */
@ExtendWith(SharedServer.class)
class UntrustedVerdictsTests {

    private final Server server;
    private final Folder folder;
    private final RoundTripSettings settings;

    UntrustedVerdictsTests(Server server, @TempDir Path scripts, @TempDir Path kept) {
        this.server = server;
        this.folder = new Folder(scripts)
                .step(1, "a", "CREATE TABLE a (id int PRIMARY KEY, t text);", "DROP TABLE a;")
                .step(2, "b", "CREATE TABLE b (id int);", "DROP TABLE b;");
        this.settings = RoundTripSettings.defaults().withCache(kept);
    }

    private RoundTripResult second(FluentConfiguration flyway, RoundTripSettings how) {
        Trip.of(server, flyway, how);
        return Trip.of(server, flyway, how).result();
    }

    private RoundTripResult second() {
        return second(folder.flyway(), settings);
    }

    private static List<String> known(RoundTripResult result) {
        return result.known().stream().map(step -> step.migration().version()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO a SELECT 1, now()::text",
                "INSERT INTO a SELECT count(*), 'x' FROM flyway_schema_history",
                "INSERT INTO a VALUES (1, '${flyway:timestamp}')",
                "DO $$ BEGIN IF false THEN CREATE ROLE r_of_a_test; END IF; END $$"
            })
    void clockChanceAndTheWholeServerAreNotTrusted(String sql) {
        folder.step(3, "c", sql + ";", "DELETE FROM a; DROP FUNCTION IF EXISTS f; DROP VIEW IF EXISTS v;");
        folder.step(4, "d", "CREATE TABLE d (id int);", "DROP TABLE d;");

        RoundTripResult second = second();

        assertThat(known(second)).containsExactly("1", "2");
        assertThat(second.judgedEveryTime())
                .singleElement()
                .asString()
                .startsWith("V3__c.sql holds ")
                .endsWith(", so steps from V3 c on are judged every time");
    }

    @Test
    void inAnUndoTheyConcernOnlyItsStep() {
        folder.step(3, "c", "INSERT INTO a VALUES (1, 'x');", "DELETE FROM a WHERE now() > '2020-01-01';");
        folder.step(4, "d", "CREATE TABLE d (id int);", "DROP TABLE d;");
        for (int version = 5; version < 20; version++) {
            folder.step(version, "t", "CREATE TABLE t" + version + " ();", "DROP TABLE t" + version + ";");
        }

        RoundTripResult second = second();

        assertThat(known(second)).hasSize(18).doesNotContain("3");
        assertThat(second.judgedEveryTime()).containsExactly("U3__c.sql holds now(), so V3 c is judged every time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE c (at timestamptz NOT NULL DEFAULT now(), id uuid DEFAULT gen_random_uuid())",
                "COMMENT ON TABLE a IS 'the age of now' -- and not random()"
            })
    void whatSaysNothingBeforeThereAreRowsIsTrusted(String sql) {
        folder.step(3, "c", sql + "\n;", "DROP TABLE IF EXISTS c; COMMENT ON TABLE a IS NULL;");
        folder.step(4, "d", "CREATE TABLE d (id int);", "DROP TABLE d;");

        assertThat(known(second())).contains("4");
    }

    @Test
    void rowsThatTheClockHasFilledAreNot() {
        folder.step(3, "c", "CREATE TABLE c (id int, at date DEFAULT now());", "DROP TABLE c;");
        folder.step(4, "d", "CREATE TABLE d (id int);", "DROP TABLE d;");
        folder.step(5, "e", "INSERT INTO c (id) VALUES (1);", "DELETE FROM c;");
        folder.step(6, "f", "CREATE TABLE f (id int);", "DROP TABLE f;");

        RoundTripResult second = second();

        assertThat(known(second)).containsExactly("1", "2", "3", "4");
        assertThat(second.judgedEveryTime())
                .containsExactly(
                        "after V5 e there are rows with values by the clock, so steps from there on are judged every time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE a ADD at date DEFAULT now(); ALTER TABLE a ALTER at DROP DEFAULT",
                "CREATE TABLE c (id int, at date DEFAULT now()); INSERT INTO c VALUES (1); DELETE FROM c"
            })
    void norAreThoseThatNoStateBetweenTwoMigrationsShows(String sql) {
        folder.up(2, "b", "INSERT INTO a VALUES (1, 'x');").file("U2__b.sql", "DELETE FROM a;");
        folder.step(3, "c", sql + ";", "DROP TABLE IF EXISTS c; ALTER TABLE a DROP COLUMN IF EXISTS at;");

        RoundTripResult second = second();

        assertThat(known(second)).containsExactly("1", "2");
        assertThat(second.judgedEveryTime())
                .containsExactly(
                        "V3__c.sql holds a default by the clock, which rows may have met, so steps from V3 c on are"
                                + " judged every time");
    }

    @Test
    void aRepeatableThatRunsEveryTimeIsNotTrustedAtTheNewest() {
        folder.file("R__view.sql", "-- ${flyway:timestamp}\nCREATE OR REPLACE VIEW v AS SELECT id FROM a;");

        RoundTripResult second = second();

        assertThat(known(second)).containsExactly("1");
        assertThat(second.judgedEveryTime())
                .containsExactly(
                        "R__view.sql holds a placeholder that is another one in every run, so V2 b is judged every"
                                + " time");
    }

    /** A migration in Java. */
    public static final class V3__Java extends BaseJavaMigration {
        @Override
        public void migrate(Context context) throws SQLException {
            context.getConnection().createStatement().execute("CREATE TABLE j (id int)");
        }
    }

    @Test
    void javaIsNotTrusted() {
        folder.file("U3__Java.sql", "DROP TABLE j;");
        folder.step(4, "d", "CREATE TABLE d (id int);", "DROP TABLE d;");

        RoundTripResult second = second(folder.flyway().javaMigrations(new V3__Java()), settings);

        assertThat(known(second)).containsExactly("1", "2");
        assertThat(second.judgedEveryTime()).singleElement().asString().contains("V3__Java is Java");
    }

    @Test
    void javaCallbacksAreNot() {
        RoundTripResult second = second(folder.flyway().callbacks(new QuietCallback()), settings);

        assertThat(second.known()).isEmpty();
        assertThat(second.judgedEveryTime()).containsExactly("Java callbacks run, and what they do may change");
    }

    @Test
    void rowsThatAreTakenAlongAreNot() {
        RoundTripResult second = second(folder.flyway(), settings.withRows("1", UntrustedVerdictsTests::insertOne));

        assertThat(second.known()).isEmpty();
        assertThat(second.judgedEveryTime()).containsExactly("rows are taken along, and what they are may change");
    }

    private static void insertOne(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("INSERT INTO a VALUES (1, 'x')");
        }
    }

    @Test
    void whereUndoScriptsAreDraftedNothingIsKept(@TempDir Path drafts) {
        RoundTripResult second = second(folder.flyway(), settings.withDraftUndo(drafts));

        assertThat(second.known()).isEmpty();
        assertThat(second.judgedEveryTime()).containsExactly("undo scripts are to be drafted");
    }

    @Test
    void aRoleMoreIsAnotherServer() throws SQLException {
        Trip.of(server, folder.flyway(), settings);
        try (var scratch = server.create();
                Connection connection = scratch.dataSource().getConnection()) {
            connection.createStatement().execute("CREATE ROLE one_more_for_a_test");
            try {
                assertThat(Trip.of(server, folder.flyway(), settings).result().known())
                        .isEmpty();
            } finally {
                connection.createStatement().execute("DROP ROLE one_more_for_a_test");
            }
        }
        assertThat(Trip.of(server, folder.flyway(), settings).result().known()).hasSize(2);
    }
}
