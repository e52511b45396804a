package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripMode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

/** Where the settings of a round trip may stand, and which of them hold. */
class RoundTripSettingsTests {

    @Test
    void aMetaAnnotationMakesARoundTrip() {
        assertThat(Engine.names(Engine.run(MetaTestCase.class))).containsExactly("V3 index names");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @MigrationRoundTrip(mode = RoundTripMode.LATEST)
    @interface NewestOnly {}

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class MetaTestCase {

        @NewestOnly
        void comesBackDown(MigrationStep step) {}
    }

    @Test
    void aParameterHasMissingUndoScriptsDrafted(@TempDir Path folder) {
        Engine.run(DraftedTestCase.class, Map.of(SwitchbackParameters.DRAFT_UNDO, folder.toString()));

        assertThat(folder.resolve("U1__create_customer.sql"))
                .content()
                .startsWith("-- Draft by Switchback: the way back from V1__create_customer.sql")
                .endsWith("DROP TABLE public.customer;\n");
    }

    @TestDatabase(migrations = "classpath:jupiter/noundo")
    static class DraftedTestCase {

        @MigrationRoundTrip
        void comesBackDown() {}
    }

    @Test
    void aSubclassInheritsRoundTripsAndTheSettingsOfItsSuperclass() {
        assertThat(Engine.names(Engine.run(SubTestCase.class))).containsExactly("V2 create purchase", "V3 index names");
    }

    @MigrationRoundTrip(from = "2")
    @TestDatabase(migrations = "classpath:jupiter/shop")
    abstract static class SuperTestCase {

        @MigrationRoundTrip
        void comesBackDown(MigrationStep step) {}
    }

    static class SubTestCase extends SuperTestCase {}

    @Test
    void aNestedClassHasTheSettingsOfItsEnclosingOneAndAMethodItsOwn() {
        assertThat(Engine.names(Engine.run(OuterTestCase.class)))
                .containsExactlyInAnyOrder("V2 create purchase", "V3 index names", "V3 index names");
    }

    @MigrationRoundTrip(from = "2")
    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class OuterTestCase {

        @Nested
        class Inner {

            @MigrationRoundTrip
            void ofTheEnclosingClass(MigrationStep step) {}

            @MigrationRoundTrip(from = "3")
            void ofTheMethod(MigrationStep step) {}
        }
    }

    @Test
    void aParameterHoldsWhereNoAnnotationSaysAnything() {
        EngineExecutionResults results = Engine.run(
                PlainTestCase.class,
                Map.of("switchback.round-trip.mode", "LATEST", "switchback.migrations", "classpath:jupiter/shop"));

        assertThat(Engine.names(results)).containsExactly("V3 index names");
    }

    @TestDatabase
    static class PlainTestCase {

        @MigrationRoundTrip
        void comesBackDown(MigrationStep step) {}
    }

    @Test
    void aTimeLimitOnTheMethodGoesBeforeTheParameter() {
        Map<String, String> oneSecond = Map.of("switchback.round-trip.time-limit", "1");

        assertThat(Engine.failure(SlowTestCase.class, oneSecond))
                .contains("V1__sleep: the migration does not end")
                .contains("It ran for longer than 1 second, the time limit of a script");
        Engine.succeeds(PatientTestCase.class, 1, oneSecond);
    }

    @TestDatabase(migrations = "classpath:jupiter/slow")
    static class SlowTestCase {

        @MigrationRoundTrip
        void comesBackDown(MigrationStep step) {}
    }

    @TestDatabase(migrations = "classpath:jupiter/slow")
    static class PatientTestCase {

        @MigrationRoundTrip(timeLimit = 30)
        void comesBackDown(MigrationStep step) {}
    }

    @Test
    void aGateHoldsForSubclasses() {
        assertThat(Engine.failures(Engine.run(BehindTheGateTestCase.class)))
                .singleElement()
                .isInstanceOf(AssertionFailedError.class);
    }

    @MigrationRoundTrip
    @TestDatabase(migrations = "classpath:jupiter/broken")
    abstract static class GateTestCase {

        @Test
        void test() {}
    }

    static class BehindTheGateTestCase extends GateTestCase {}

    @Test
    void aDatabaseOnAMethodIsForThatMethodOnly() {
        Engine.succeeds(OnMethodsTestCase.class, 2);
    }

    static class OnMethodsTestCase {

        @Test
        @TestDatabase(migrations = "classpath:jupiter/shop", target = "1")
        void atOne(Flyway flyway) {
            assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("1");
        }

        @Test
        @TestDatabase(migrations = "classpath:jupiter/shop")
        void atTheNewest(Flyway flyway) {
            assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("3");
        }
    }

    @Test
    void invocationsMayRunInParallel() {
        EngineExecutionResults results = Engine.run(
                ParallelTestCase.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));

        assertThat(Engine.failures(results)).isEmpty();
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(6));
    }

    @TestInstance(Lifecycle.PER_METHOD)
    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ParallelTestCase {

        private static final Set<String> DATABASES = ConcurrentHashMap.newKeySet();

        @MigrationRoundTrip
        void first(MigrationStep step, Flyway flyway, DSLContext sql) {
            standsAt(step, flyway, sql);
        }

        @MigrationRoundTrip
        void second(MigrationStep step, Flyway flyway, DSLContext sql) {
            standsAt(step, flyway, sql);
        }

        private static void standsAt(MigrationStep step, Flyway flyway, DSLContext sql) {
            DATABASES.add(String.valueOf(sql.fetchValue("SELECT current_database()")));
            assertThat(flyway.info().current().getVersion().getVersion())
                    .isEqualTo(step.migration().version());
        }

        @AfterAll
        static void eachHadItsOwn() {
            assertThat(DATABASES).hasSize(6);
        }
    }
}
