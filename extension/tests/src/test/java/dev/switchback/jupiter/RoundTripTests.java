package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.TestDatabase;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RoundTripTests {

    @Test
    void runsOncePerMigration() {
        EngineExecutionResults results = Engine.run(ShopTestCase.class);
        assertThat(Engine.failures(results)).isEmpty();
        assertThat(Engine.names(results)).containsExactly("V1 create customer", "V2 create purchase", "V3 index names");
    }

    @Test
    void aFailingBodyFailsItsInvocation() {
        assertThat(Engine.failure(BodyAssertsTestCase.class)).contains("customer_name_idx");
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class WithBrokenUndos {

        private final EngineExecutionResults results = Engine.run(BrokenTestCase.class);

        @Test
        void reportsEachVerdict() {
            results.testEvents()
                    .finished()
                    .assertEventsMatchExactly(
                            event(displayName("V1 create customer"), finishedSuccessfully()),
                            event(
                                    displayName("V2 add mail"),
                                    finishedWithFailure(
                                            instanceOf(AssertionFailedError.class),
                                            message(text -> text.startsWith(
                                                    "V2__add_mail: the undo does not bring the schema back")))),
                            event(
                                    displayName("V3 new prices"),
                                    abortedWithReason(
                                            instanceOf(TestAbortedException.class),
                                            message("V3 new prices: irreversible: the old prices are gone"))),
                            event(displayName("V4 create stock"), finishedSuccessfully()));
        }

        @Test
        void runsTheBodyForGoodStepsOnly() {
            assertThat(BrokenTestCase.bodies).containsExactly("V1 create customer", "V4 create stock");
        }

        @Test
        void lifecycleMethodsRunForGoodStepsOnly() {
            assertThat(BrokenTestCase.before).hasSize(2);
        }

        @Test
        void aFailureNamesTheScriptToMendWhereItsAuthorKeepsIt() {
            assertThat(Engine.failures(results).get(0))
                    .hasMessageContaining(
                            """
                              To bring it back, add to jupiter/broken/U2__add_mail.sql:

                                ALTER TABLE public.customer DROP COLUMN mail;
                            """);
        }

        @Test
        void aFailureOffersBothSchemasToCompare() {
            AssertionFailedError failure =
                    (AssertionFailedError) Engine.failures(results).get(0);
            assertThat(failure.getExpected().getStringRepresentation()).doesNotContain("mail");
            assertThat(failure.getActual().getStringRepresentation())
                    .contains("column public.customer.mail text")
                    .contains("index public.customer_mail_idx CREATE INDEX");
        }
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ShopTestCase {

        @MigrationRoundTrip
        void everyMigrationComesBackDown(MigrationStep step) {
            assertThat(step.changes().isEmpty()).isFalse();
        }
    }

    @TestDatabase(migrations = "classpath:jupiter/broken")
    static class BrokenTestCase {

        static final List<String> bodies = new ArrayList<>();
        static final List<String> before = new ArrayList<>();

        @BeforeEach
        void before(Database database) {
            before.add(database.name());
        }

        @MigrationRoundTrip
        void everyMigrationComesBackDown(MigrationStep step) {
            bodies.add(step.toString());
        }
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class BodyAssertsTestCase {

        @MigrationRoundTrip
        void addsNoIndexOnNames(MigrationStep step) {
            assertThat(step.changes().toString()).doesNotContain("index customer_name_idx");
        }
    }

    @Test
    void aBodyGetsADatabaseThatStandsAtItsMigration() {
        AtItsMigrationTestCase.names.clear();
        Engine.succeeds(AtItsMigrationTestCase.class, 3);
        assertThat(AtItsMigrationTestCase.names).hasSize(3).doesNotHaveDuplicates();
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class AtItsMigrationTestCase {

        static final List<String> names = new ArrayList<>();

        private final MigrationStep constructed;

        AtItsMigrationTestCase(MigrationStep step, Database database) {
            constructed = step;
            names.add(database.name());
        }

        @MigrationRoundTrip
        void standsThere(MigrationStep step, Flyway flyway, DSLContext sql, Schema schema, Database database) {
            assertThat(constructed).isSameAs(step);
            assertThat(names).last().isEqualTo(database.name());
            assertThat(flyway.info().current().getVersion().getVersion())
                    .isEqualTo(step.migration().version());
            assertThat(flyway.info().pending()).isEmpty();
            assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
            assertThat(schema).isEqualTo(step.after());
            assertThat(sql.fetchValue("SELECT current_database()")).isEqualTo(database.name());
        }
    }

    @Test
    void noticesAreReportEntries() {
        EngineExecutionResults results = Engine.run(NoticeTestCase.class);
        assertThat(Engine.failures(results)).isEmpty();
        assertThat(results.allEvents().reportingEntryPublished().stream()
                        .map(event -> event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class)
                                .getKeyValuePairs()))
                .anySatisfy(entry ->
                        assertThat(entry.get("undo-missing")).startsWith("V1__create_customer: there is no undo"));
    }

    @TestDatabase(migrations = "classpath:jupiter/noundo")
    static class NoticeTestCase {

        @MigrationRoundTrip(missingUndo = Severity.NOTICE)
        void everyMigrationComesBackDown() {}
    }

    @Test
    void whatConcernsNoSingleMigrationIsAnInvocationOfItsOwn() {
        EngineExecutionResults results = Engine.run(OrphanTestCase.class);
        assertThat(Engine.names(results)).containsExactly("V1 create customer", "the round trip as a whole");
        assertThat(Engine.failures(results))
                .singleElement()
                .isInstanceOf(AssertionFailedError.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("U7__left_alone.sql");
    }

    @TestDatabase(migrations = "classpath:jupiter/orphan")
    static class OrphanTestCase {

        OrphanTestCase(MigrationStep step) {
            assertThat(step.migration().version()).isEqualTo("1");
        }

        @MigrationRoundTrip
        void everyMigrationComesBackDown() {}
    }

    @Test
    void modesAndStart() {
        assertThat(Engine.names(Engine.run(LatestTestCase.class))).containsExactly("V3 index names");
        assertThat(Engine.names(Engine.run(FullTestCase.class)))
                .containsExactly("V1 create customer", "V2 create purchase", "V3 index names");
        assertThat(Engine.names(Engine.run(FromTestCase.class)))
                .containsExactly("V2 create purchase", "V3 index names");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class LatestTestCase {

        @MigrationRoundTrip(mode = RoundTripMode.LATEST)
        void newest(MigrationStep step) {}
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class FullTestCase {

        @MigrationRoundTrip(mode = RoundTripMode.FULL)
        void allTheWay(MigrationStep step) {}
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class FromTestCase {

        @MigrationRoundTrip(from = "2")
        void fromTheSecond(MigrationStep step) {}
    }
}
