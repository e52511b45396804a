package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationChecks;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.MigrationTest;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import dev.switchback.migration.MigrationStep;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * The number of times that settings are read. No annotation here has an undo location or a clock: so each reading of the
 * database's and of the rows' settings asks JUnit once for a configuration parameter of that name, and JUnit hands each
 * question on to the parameters of the request, which count.
 */
class SettingsReadOnceTests {

    private static final String ROWS = "jupiter/seeded/shop.yaml";

    private static final String DATABASE = SwitchbackParameters.UNDO;
    private static final String SEEDING = SwitchbackParameters.FIXTURES_CLOCK;
    private static final String ROUND_TRIP = SwitchbackParameters.MODE;

    @Test
    void aClassAndItsTestAreReadOnceEach() {
        assertThat(readings(SeededTestCase.class)).isEqualTo(Map.of(DATABASE, 2, SEEDING, 2));
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class SeededTestCase {

        @Test
        @SeededFixtures(ROWS)
        @ExpectedFixtures(ROWS)
        void takesTwoParameters(DSLContext sql, Seeded shop) {}
    }

    @Test
    void aTestThatIsRepeatedIsReadOncePerRepetition() {
        assertThat(readings(RepeatedTestCase.class)).isEqualTo(Map.of(DATABASE, 4, SEEDING, 4));
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SeededFixtures(ROWS)
    static class RepeatedTestCase {

        RepeatedTestCase(DataSource database) {}

        @BeforeEach
        void asksToo(Seeded shop) {}

        @RepeatedTest(3)
        void asks(DSLContext sql, Clock now) {}
    }

    @Test
    void aMigrationTestIsReadOnce() {
        assertThat(readings(MigratingTestCase.class)).isEqualTo(Map.of(DATABASE, 2, SEEDING, 2));
    }

    @TestDatabase(migrations = "classpath:jupiter/people")
    static class MigratingTestCase {

        @MigrationTest(from = "1")
        @SeededFixtures("jupiter/seeded/people.yaml")
        void migrates(DSLContext sql, Seeded people) {}
    }

    @Test
    void allInvocationsOfARoundTripShareOneReading() {
        assertThat(readings(RoundTripTestCase.class)).isEqualTo(Map.of(DATABASE, 2, SEEDING, 2, ROUND_TRIP, 1));
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class RoundTripTestCase {

        @MigrationRoundTrip
        void comesBackDown(MigrationStep step, DSLContext sql, DataSource database) {}
    }

    @Test
    void aClassAndEachOfItsChecksAreReadOnce() {
        // the class, four checks of the head, and three round trips, of which one names its mode
        assertThat(readings(ChecksTestCase.class)).isEqualTo(Map.of(DATABASE, 8, SEEDING, 8, ROUND_TRIP, 6));
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ChecksTestCase implements MigrationChecks {}

    private static Map<String, Integer> readings(Class<?> testCase) {
        CountingParameters counting = CountingParameters.of(testCase);
        assertThat(Engine.failures(EngineTestKit.execute("junit-jupiter", counting.request())))
                .isEmpty();
        return counting.counted();
    }

    /** JUnit's configuration parameters, of which some are counted whenever somebody asks for them. */
    private record CountingParameters(LauncherDiscoveryRequest asked, Map<String, Integer> counted)
            implements ConfigurationParameters {

        static CountingParameters of(Class<?> testCase) {
            return new CountingParameters(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(testCase))
                            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                            .enableImplicitConfigurationParameters(false)
                            .build(),
                    new ConcurrentHashMap<>());
        }

        /** The same request, answered by these parameters. */
        LauncherDiscoveryRequest request() {
            return (LauncherDiscoveryRequest) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {LauncherDiscoveryRequest.class},
                    (proxy, method, arguments) -> method.getName().equals("getConfigurationParameters")
                            ? this
                            : method.invoke(asked, arguments));
        }

        @Override
        public Optional<String> get(String key) {
            if (Set.of(DATABASE, SEEDING, ROUND_TRIP).contains(key)) {
                counted.merge(key, 1, Integer::sum);
            }
            return asked.getConfigurationParameters().get(key);
        }

        @Override
        public Optional<Boolean> getBoolean(String key) {
            return asked.getConfigurationParameters().getBoolean(key);
        }

        @Override
        public Set<String> keySet() {
            return asked.getConfigurationParameters().keySet();
        }
    }
}
