package dev.switchback.migration.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.migration.StepTimes;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A step is not judged again while nothing has changed from which its verdict follows, and is when something has. */
@ExtendWith(SharedServer.class)
class KnownVerdictsTests {

    private final Server server;
    private final Folder folder;
    private final RoundTripSettings settings;

    KnownVerdictsTests(Server server, @TempDir Path scripts, @TempDir Path kept) {
        this.server = server;
        this.folder = new Folder(scripts);
        this.settings = RoundTripSettings.defaults().withCache(kept);
    }

    @BeforeEach
    void threeMigrations() {
        folder.step(1, "person", "CREATE TABLE person (id int PRIMARY KEY, name text);", "DROP TABLE person;")
                .step(2, "rows", "INSERT INTO person VALUES (1, 'Ada'), (2, 'Bob');", "DELETE FROM person;")
                .step(3, "email", "ALTER TABLE person ADD email text;", "ALTER TABLE person DROP email;");
        assertThat(known(settings)).isEmpty();
    }

    private Trip trip(RoundTripSettings how) {
        return Trip.of(server, folder.flyway(), how);
    }

    private List<String> known(RoundTripSettings how) {
        return known(trip(how).result());
    }

    private List<String> knownWith(UnaryOperator<FluentConfiguration> flyway) {
        return known(Trip.of(server, folder.flyway(flyway), settings).result());
    }

    private static List<String> known(RoundTripResult result) {
        return result.known().stream().map(step -> step.migration().version()).toList();
    }

    @Test
    void nothingIsJudgedTwice() {
        Trip again = trip(settings);

        assertThat(known(again.result())).containsExactly("1", "2", "3");
        assertThat(again.verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
        assertThat(again.result().judgedEveryTime()).isEmpty();
        assertThat(again.step("1").times()).isEqualTo(StepTimes.NONE);
        assertThat(again.step("2").rows()).hasSize(3);
    }

    @Test
    void whatIsKnownSaysAllThatItSaid() {
        folder.step(4, "drop", "ALTER TABLE person DROP name;", "ALTER TABLE person ADD name text;");
        RoundTripSettings rows = settings.withMissingUndo(Severity.NOTICE).withExcluded();
        folder.step(5, "order", "CREATE TABLE a (x int, y int); ALTER TABLE a DROP x;", "DROP TABLE a;");
        folder.up(6, "no undo", "CREATE TABLE b (id int);");
        folder.up(7, "never", "-- switchback: irreversible the past is over\nCREATE TABLE c (id int);");
        Trip judged = trip(rows);

        Trip known = trip(rows);

        assertThat(known(known.result())).containsExactly("1", "2", "3", "5", "6", "7");
        assertThat(known.verdicts()).isEqualTo(judged.verdicts());
        assertThat(known.result().notCompared()).isEqualTo(judged.result().notCompared());
        for (MigrationStep step : known.result().known()) {
            MigrationStep before = judged.step(step.migration().version());
            assertThat(step.verdict()).isEqualTo(before.verdict());
            assertThat(step.before()).isEqualTo(before.before());
            assertThat(step.after()).isEqualTo(before.after());
            assertThat(step.changes()).isEqualTo(before.changes());
            assertThat(step.rows()).isEqualTo(before.rows());
        }
    }

    @Test
    void noticesAreKeptWithTheirDifferences() {
        folder.step(4, "a", "CREATE TABLE a (x int, y int);", "DROP TABLE a;");
        folder.step(5, "b", "ALTER TABLE a DROP x;", "ALTER TABLE a ADD x int;");
        Trip judged = trip(settings);

        Trip known = trip(settings);

        assertThat(known(known.result())).contains("5");
        assertThat(judged.verdicts()).contains("V5 holds, undo-column-order");
        assertThat(known.finding("5")).isEqualTo(judged.finding("5"));
        assertThat(known.finding("5").difference()).isPresent();
    }

    @Test
    void aNewMigrationAloneIsJudged() {
        folder.step(4, "index", "CREATE INDEX person_email ON person (email);", "DROP INDEX person_email;");

        Trip again = trip(settings);

        assertThat(known(again.result())).containsExactly("1", "2", "3");
        assertThat(again.verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds", "V4 holds");
        assertThat(again.step("4").changes().changes()).hasSize(1);
    }

    @Test
    void aNewMigrationMeetsTheRowsThatAreThere() {
        folder.step(
                4,
                "loss",
                "ALTER TABLE person DROP name;",
                "ALTER TABLE person ADD name text; ALTER TABLE person DROP email; ALTER TABLE person ADD email text;");

        List<String> again = trip(settings).verdicts();

        assertThat(again)
                .isEqualTo(trip(settings.withoutCache()).verdicts())
                .anyMatch(verdict -> verdict.startsWith("V4 undo-"));
    }

    @Test
    void aChangedMigrationAndAllBehindItAreJudged() {
        folder.up(2, "rows", "INSERT INTO person VALUES (1, 'Ada');");

        assertThat(known(settings)).containsExactly("1");
    }

    @Test
    void ofAChangedUndoOnlyItsOwnStepIsJudged() {
        folder.file("U2__rows.sql", "DELETE FROM person WHERE id IN (1, 2);");
        for (int version = 4; version < 20; version++) {
            folder.step(version, "t", "CREATE TABLE t" + version + " ();", "DROP TABLE t" + version + ";");
        }
        assertThat(known(settings)).containsExactly("1");
        folder.file("U1__person.sql", "DROP TABLE public.person;");

        assertThat(known(settings)).hasSize(18).doesNotContain("1");
    }

    @Test
    void aLineEndThatIsAnotherIsAChange() {
        folder.up(3, "email", "ALTER TABLE person ADD email text;\r\n");

        assertThat(known(settings)).containsExactly("1", "2");
    }

    @Test
    void theScriptsOwnConfigurationIsPartOfIt() {
        folder.file("V2__rows.sql.conf", "placeholderReplacement=false");

        assertThat(known(settings)).containsExactly("1");
    }

    @Test
    void placeholdersAndInitialSqlConcernAll() {
        assertThat(knownWith(flyway -> flyway.placeholders(Map.of("who", "world"))))
                .isEmpty();
        assertThat(knownWith(flyway -> flyway.initSql("SET work_mem = '8MB'"))).isEmpty();
        assertThat(knownWith(flyway -> flyway.defaultSchema("public").schemas("public")))
                .isEmpty();
        assertThat(knownWith(UnaryOperator.identity())).containsExactly("1", "2", "3");
    }

    @Test
    void aCallbackInSqlIsPartOfAll() {
        folder.file("beforeEachMigrate.sql", "SET work_mem = '8MB';");
        assertThat(known(settings)).isEmpty();
        assertThat(known(settings)).containsExactly("1", "2", "3");
        folder.file("beforeEachMigrate.sql", "SET work_mem = '9MB';");

        assertThat(known(settings)).isEmpty();
    }

    @Test
    void settingsThatJudgeArePartOfAllAndOthersAreNot() {
        assertThat(known(settings.withColumnOrder(Severity.FAIL))).isEmpty();
        assertThat(known(settings.withExcluded("public.audit_*"))).isEmpty();
        assertThat(known(settings.withTimeLimit(Duration.ofSeconds(100)))).isEmpty();
        assertThat(known(settings.withParallelism(1))).containsExactly("1", "2", "3");
    }

    @Test
    void aRepeatableIsPartOfTheNewestStep() {
        folder.file("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT name FROM person;");
        assertThat(known(settings)).containsExactly("1", "2");
        assertThat(known(settings)).containsExactly("1", "2", "3");
        folder.file("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT name, email FROM person;");

        Trip again = trip(settings);

        assertThat(known(again.result())).containsExactly("1", "2");
        assertThat(again.verdicts().get(2)).startsWith("V3 undo-fails");
    }

    @Test
    void aStepThatFailsIsJudgedEveryTimeAndToldInFull() {
        folder.step(4, "broken", "CREATE TABLE t (id int);", "SELECT 1;");
        Trip first = trip(settings);

        Trip second = trip(settings);

        assertThat(known(second.result())).containsExactly("1", "2", "3");
        assertThat(second.finding("4")).isEqualTo(first.finding("4"));
        assertThat(second.verdicts()).isEqualTo(first.verdicts());
    }

    @Test
    void aMigrationThatFailsKeepsTheOthersFromBeingReachedEveryTime() {
        folder.step(4, "broken", "CREATE TABLE person (id int);", "SELECT 1;");
        folder.step(5, "fine", "CREATE TABLE t (id int);", "DROP TABLE t;");
        List<String> first = trip(settings).verdicts();

        Trip second = trip(settings);

        assertThat(second.verdicts()).isEqualTo(first);
        assertThat(known(second.result())).containsExactly("1", "2", "3");
    }

    @Test
    void aWholeWayDownIsKnownAsAWholeOrNotAtAll() {
        RoundTripSettings full = settings.withMode(RoundTripMode.FULL);
        assertThat(known(full)).isEmpty();
        assertThat(known(full)).containsExactly("1", "2", "3");
        folder.file("U2__rows.sql", "DELETE FROM person WHERE id IN (1, 2);");

        assertThat(known(full)).isEmpty();
    }

    @Test
    void theNewestAloneIsKnownToo() {
        RoundTripSettings latest = settings.withMode(RoundTripMode.LATEST);
        assertThat(known(latest)).isEmpty();

        assertThat(known(latest)).containsExactly("3");
    }

    @Test
    void withoutAFolderNothingIsKept() {
        RoundTripSettings off = settings.withoutCache();
        trip(off);

        assertThat(known(off)).isEmpty();
        assertThat(trip(off).result().judgedEveryTime()).isEmpty();
    }
}
