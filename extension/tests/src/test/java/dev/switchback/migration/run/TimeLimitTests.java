package dev.switchback.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.migration.HeadChecks;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that never end, to the letter. */
@Timeout(120)
@ExtendWith(SharedServer.class)
class TimeLimitTests {

    private static final RoundTripSettings SHORT = RoundTripSettings.defaults().withTimeLimit(Duration.ofMillis(700));

    private final Server server;
    private final Folder folder;

    TimeLimitTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(1, "word", "CREATE TABLE word (id serial PRIMARY KEY, text text);", "DROP TABLE word;");
    }

    private Trip trip(Configuration flyway) {
        return Trip.of(server, flyway, SHORT);
    }

    private Trip trip() {
        return trip(folder.flyway());
    }

    @Test
    void anUndoThatNeverEndsIsCancelledAndTheRunGoesOn() {
        folder.step(2, "sleep", "ALTER TABLE word ADD a int;", "ALTER TABLE word DROP a;\n\nSELECT\n  pg_sleep(600);")
                .step(3, "after", "ALTER TABLE word DROP a;", "ALTER TABLE word ADD a int;");

        Trip trip = trip();

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 time-limit", "V3 holds");
        assertThat(trip.finding("2").text())
                .isEqualTo(
                        """
                        V2__sleep: the undo does not end

                          %s/U2__sleep.sql:3
                          It ran for longer than 700 milliseconds, the time limit of a script, and was cancelled.

                            SELECT
                              pg_sleep(600);

                          If it is meant to take so long, raise the limit: @MigrationRoundTrip(timeLimit = 600), or the configuration
                          parameter switchback.round-trip.time-limit = 600, in seconds.

                          An undo that brings the schema back:

                            ALTER TABLE public.word DROP COLUMN a;
                        """
                                .formatted(folder.path()));
    }

    @Test
    void aMigrationThatNeverEndsPutsTheOthersOutOfReach() {
        folder.step(2, "sleep", "SELECT pg_sleep(600);", "SELECT 1;").step(3, "after", "SELECT 1;", "SELECT 1;");

        Trip trip = trip();

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 time-limit", "V3 skipped");
        assertThat(trip.finding("2").title()).isEqualTo("V2__sleep: the migration does not end");
    }

    @Test
    void aStatementThatRefusesToBeCancelledLosesItsConnection() {
        folder.step(
                2,
                "stubborn",
                "ALTER TABLE word ADD a int;",
                """
                DO $$ BEGIN
                  LOOP
                    BEGIN PERFORM pg_sleep(600); EXCEPTION WHEN query_canceled THEN NULL; END;
                  END LOOP;
                END $$;
                """);

        assertThat(trip().verdicts()).containsExactly("V1 holds", "V2 time-limit");
    }

    @Test
    void aLockIsNamedWithWhoHoldsIt() {
        Trip trip = trip(folder.flyway().javaMigrations(new V2__Locks()));

        assertThat(trip.finding("2").text().replaceAll("process \\d+", "process 42"))
                .isEqualTo(
                        """
                        V2__Locks: the migration does not end

                          dev.switchback.migration.run.TimeLimitTests$V2__Locks
                          It ran for longer than 700 milliseconds, the time limit of a script, and was cancelled.
                          Its code was at dev.switchback.migration.run.TimeLimitTests$V2__Locks.migrate(TimeLimitTests.java:%d).

                            ALTER TABLE word ADD a int

                          It waited for AccessExclusiveLock on public.word, which is held by
                          process 42 of postgres, PostgreSQL JDBC Driver, idle in transaction

                            SELECT count(*) FROM word

                          If it is meant to take so long, raise the limit: @MigrationRoundTrip(timeLimit = 600), or the configuration
                          parameter switchback.round-trip.time-limit = 600, in seconds.
                        """
                                .formatted(V2__Locks.lineOfAlter));
    }

    /** Reads over a second connection, and changes what it reads over the first. */
    public static final class V2__Locks extends BaseJavaMigration {

        private static int lineOfAlter;

        @Override
        public void migrate(Context context) throws Exception {
            try (Connection second = context.getConfiguration().getDataSource().getConnection();
                    Statement read = second.createStatement();
                    Statement change = context.getConnection().createStatement()) {
                second.setAutoCommit(false);
                read.executeQuery("SELECT count(*) FROM word");
                lineOfAlter = new Throwable().getStackTrace()[0].getLineNumber() + 1;
                change.execute("ALTER TABLE word ADD a int");
            }
        }
    }

    @Test
    void javaCodeThatWaitsIsInterrupted() {
        Trip trip = trip(folder.flyway().javaMigrations(new V2__Waits()));

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 time-limit");
        assertThat(trip.finding("2").text())
                .contains("Its code was at dev.switchback.migration.run.TimeLimitTests$V2__Waits.migrate(");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** Waits for what never comes. */
    public static final class V2__Waits extends BaseJavaMigration {

        @Override
        public void migrate(Context context) throws Exception {
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    @Test
    void javaCodeThatSwallowsEverythingFailsWhenItsConnectionIsGone() {
        Trip trip = trip(folder.flyway().javaMigrations(new V2__Swallows()));

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 time-limit");
    }

    /** Tries again until its connection is closed. */
    public static final class V2__Swallows extends BaseJavaMigration {

        @Override
        public void migrate(Context context) throws Exception {
            while (!context.getConnection().isClosed()) {
                try (Statement statement = context.getConnection().createStatement()) {
                    statement.execute("SELECT pg_sleep(600)");
                } catch (java.sql.SQLException once) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void theLimitIsOfTheScriptAndNotOfWhatIsDoneAfterIt() {
        folder.file("afterEachMigrate.sql", "SELECT pg_sleep(1);").step(2, "after", "SELECT 1;", "SELECT 1;");

        assertThat(trip().verdicts()).containsExactly("V1 holds", "V2 holds");
    }

    @Test
    void theChecksOfTheHeadHaveTheSameLimit() {
        folder.up(2, "sleep", "SELECT pg_sleep(600);");

        try (HeadChecks checks = HeadChecks.of(server, folder.flyway(), SHORT)) {
            assertThat(checks.appliesOnAnEmptyDatabase())
                    .singleElement()
                    .extracting(Finding::text)
                    .asString()
                    .startsWith(
                            """
                            V2__sleep.sql: the migration does not end

                              %s/V2__sleep.sql:1
                              It ran for longer than 700 milliseconds"""
                                    .formatted(folder.path()));
        }
    }

    @Test
    void aScriptThatTakesItsTimeIsNotCutByDefaultAndItsTimeIsTold() {
        folder.step(2, "slow", "SELECT pg_sleep(1);", "SELECT 1;");

        Trip trip = Trip.of(server, folder);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds");
        assertThat(trip.step("2").times().up()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(50));
        assertThat(List.of(RoundTripSettings.defaults().timeLimit())).containsExactly(Duration.ofMinutes(5));
    }
}
