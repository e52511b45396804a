package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationChecks;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.TestDatabase;
import dev.switchback.migration.RoundTripMode;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

/** The round trip on a class: a gate, or settings for the round trips in it. */
class GateTests {

    @Test
    void aBrokenUndoClosesTheGate() {
        EngineExecutionResults results = Engine.run(ClosedTestCase.class);
        results.testEvents().assertStatistics(statistics -> statistics.started(0));
        assertThat(Engine.failures(results))
                .singleElement()
                .isInstanceOf(AssertionFailedError.class)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("V2__add_mail: the undo does not bring the schema back");
    }

    @MigrationRoundTrip
    @TestDatabase(migrations = "classpath:jupiter/broken")
    static class ClosedTestCase {

        @Test
        void test() {}
    }

    @Test
    void goodUndosOpenIt() {
        Engine.succeeds(OpenTestCase.class, 1);
    }

    @MigrationRoundTrip
    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class OpenTestCase {

        @Test
        void test() {}
    }

    @Test
    void aGateAloneLeavesParametersToOthers() {
        Engine.succeeds(OthersTestCase.class, 1, java.util.Map.of("switchback.migrations", "classpath:jupiter/shop"));
    }

    @MigrationRoundTrip
    @ExtendWith(NoDataSource.class)
    static class OthersTestCase {

        @Test
        void test(@org.jspecify.annotations.Nullable DataSource dataSource) {
            assertThat(dataSource).isNull();
        }
    }

    static class NoDataSource implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DataSource.class;
        }

        @Override
        public @org.jspecify.annotations.Nullable Object resolveParameter(
                ParameterContext parameter, ExtensionContext context) {
            return null;
        }
    }

    @Test
    void aClassWithRoundTripsTakesItsSettingsFromIt() {
        assertThat(Engine.names(Engine.run(SettingsTestCase.class))).containsExactly("V4 create stock");
    }

    @MigrationRoundTrip(mode = RoundTripMode.LATEST)
    @TestDatabase(migrations = "classpath:jupiter/broken")
    static class SettingsTestCase {

        @MigrationRoundTrip
        void newest() {}
    }

    @Test
    void allChecksHoldForGoodMigrations() {
        EngineExecutionResults results = Engine.run(GoodChecksTestCase.class);
        assertThat(Engine.failures(results)).isEmpty();
        assertThat(Engine.names(results))
                .contains(
                        "appliesOnAnEmptyDatabase(HeadChecks, TestReporter)",
                        "runningAgainChangesNothing(HeadChecks, TestReporter)",
                        "repeatablesAreRepeatable(HeadChecks, TestReporter)",
                        "historyIsValid(HeadChecks, TestReporter)",
                        "V1 create customer",
                        "V3 index names")
                .hasSize(13);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class GoodChecksTestCase implements MigrationChecks {}

    @Test
    void aRepeatableThatIsNotRepeatableIsFound() {
        assertThat(Engine.failures(Engine.run(BadChecksTestCase.class)))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("Running the repeatable migrations a second time changes the database");
    }

    @Test
    void oneBrokenUndoIsToldByOneCheck() {
        assertThat(Engine.failures(Engine.run(BrokenChecksTestCase.class)))
                .extracting(Throwable::getMessage)
                .satisfiesExactlyInAnyOrder(
                        told -> assertThat(told).startsWith("V1__word: the undo does not bring the schema back"),
                        skipped -> assertThat(skipped).contains("V1 word: its findings are reported by "));
    }

    @TestDatabase(migrations = "classpath:jupiter/leaves")
    static class BrokenChecksTestCase implements MigrationChecks {}

    @TestDatabase(migrations = "classpath:jupiter/unrepeatable")
    static class BadChecksTestCase implements MigrationChecks {}
}
