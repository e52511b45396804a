package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.Reset;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wrong use of fixtures, every message in full. */
class FixtureUseTests {

    private static final String HERE = FixtureUseTests.class.getName();
    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";

    @Test
    void onWhatIsNoTest() {
        assertThat(Engine.failure(LifecycleTestCase.class))
                .isEqualTo("@SeededFixtures on method " + HERE
                        + "$LifecycleTestCase.before(): it is not a test; annotate the test methods, or the"
                        + " class");
        assertThat(Engine.failure(ExpectedLifecycleTestCase.class))
                .isEqualTo("@ExpectedFixtures on method " + HERE
                        + "$ExpectedLifecycleTestCase.before(): it is not a test; annotate the test methods, or"
                        + " the class");
    }

    @TestDatabase(migrations = SHOP)
    static class LifecycleTestCase {

        @BeforeEach
        @SeededFixtures(ROWS)
        void before() {}

        @Test
        void test() {}
    }

    @TestDatabase(migrations = SHOP)
    static class ExpectedLifecycleTestCase {

        @BeforeEach
        @ExpectedFixtures(ROWS)
        @ExpectedFixtures(value = ROWS, ignore = "name")
        void before() {}

        @Test
        void test() {}
    }

    @Test
    void noFile() {
        assertThat(Engine.failure(NoFileTestCase.class))
                .isEqualTo("@SeededFixtures on class " + HERE
                        + "$NoFileTestCase: a file is missing; name one, such as \"shop.yaml\"");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(" ")
    static class NoFileTestCase {

        @Test
        void test() {}
    }

    @Test
    void aFileThatIsNotThere() {
        assertThat(Engine.failure(UnknownFileTestCase.class))
                .startsWith("@SeededFixtures on method " + HERE + "$UnknownFileTestCase.test(): ")
                .contains("no-such-shop.yaml");
        assertThat(Engine.failure(UnknownExpectedFileTestCase.class))
                .startsWith("@ExpectedFixtures on method " + HERE + "$UnknownExpectedFileTestCase.test(): ")
                .contains("no-such-shop.yaml");
    }

    @TestDatabase(migrations = SHOP)
    static class UnknownFileTestCase {

        @Test
        @SeededFixtures("no-such-shop.yaml")
        void test() {}
    }

    @TestDatabase(migrations = SHOP)
    static class UnknownExpectedFileTestCase {

        @Test
        @ExpectedFixtures("no-such-shop.yaml")
        void test() {
            throw new AssertionError("runs before the file is looked for");
        }
    }

    @Test
    void noMoment() {
        String problem =
                " is no moment; write an instant such as 2026-03-01T09:00:00Z, or a date such as 2026-03-01, which"
                        + " means its noon in UTC";
        assertThat(Engine.failure(ClockTestCase.class))
                .isEqualTo("@SeededFixtures(clock) on class " + HERE + "$ClockTestCase: 'tomorrow'" + problem);
        assertThat(Engine.failure(PlainTestCase.class, Map.of(SwitchbackParameters.FIXTURES_CLOCK, "2026-02-30")))
                .isEqualTo("switchback.fixtures.clock = '2026-02-30':" + problem);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, clock = "tomorrow")
    static class ClockTestCase {

        @Test
        void test() {}
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class PlainTestCase {

        @Test
        void test() {}
    }

    @Test
    void noSeed() {
        assertThat(Engine.failure(SeedsTestCase.class))
                .isEqualTo("@SeededFixtures(seed) on class " + HERE + "$SeedsTestCase: 2 values; choose one");
        assertThat(Engine.failure(PlainTestCase.class, Map.of(SwitchbackParameters.FIXTURES_SEED, "chance")))
                .isEqualTo("switchback.fixtures.seed = 'chance': is no seed; write a whole number, such as 42");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(
            value = ROWS,
            seed = {1, 2})
    static class SeedsTestCase {

        @Test
        void test() {}
    }

    @Test
    void noReset() {
        assertThat(Engine.failure(ResetsTestCase.class))
                .isEqualTo("@SeededFixtures(reset) on class " + HERE
                        + "$ResetsTestCase: [ROWS, COPY] are 2 values; choose one");
        assertThat(Engine.failure(PlainTestCase.class, Map.of(SwitchbackParameters.FIXTURES_RESET, "never")))
                .isEqualTo("switchback.fixtures.reset = 'never': must be one of ROWS, COPY, NONE");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(
            value = ROWS,
            reset = {Reset.ROWS, Reset.COPY})
    static class ResetsTestCase {

        @Test
        void test() {}
    }

    @Test
    void aVersionThatIsNone() {
        assertThat(Engine.failure(NoVersionTestCase.class))
                .isEqualTo("@SeededFixtures(at) = 'V2': is no version; write it as in the file name, such as 7 or 2.1");
        assertThat(Engine.failure(UnknownVersionTestCase.class))
                .isEqualTo("@SeededFixtures(at): it is 22, but no migration has it; did you mean 2? The newest is 3.");
        assertThat(Engine.failure(UnknownLaterVersionTestCase.class))
                .isEqualTo("@SeededFixtures(at): it is 22, but no migration has it; did you mean 2? The newest is 3.");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, at = "V2")
    static class NoVersionTestCase {

        @Test
        void test() {}
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, at = "22")
    static class UnknownVersionTestCase {

        @Test
        void test(DataSource source) {}
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, at = "2")
    @SeededFixtures(value = "jupiter/seeded/more.yaml", at = "22")
    static class UnknownLaterVersionTestCase {

        @Test
        void test(DataSource source) {}
    }

    @Test
    void aVersionThatTheTestDoesNotReach() {
        assertThat(Engine.failure(TooLateTestCase.class))
                .isEqualTo(
                        "@SeededFixtures(at) = '3': the test's database is at 2, before it; leave `at` out, or raise the"
                                + " target");
        assertThat(Engine.failure(EmptyTestCase.class))
                .isEqualTo("@SeededFixtures(at) = '3': the test has a database without migrations; leave `at` out");
    }

    @TestDatabase(migrations = SHOP, target = "2")
    @SeededFixtures(value = ROWS, at = "3")
    static class TooLateTestCase {

        @Test
        void test(DataSource source) {}
    }

    @TestDatabase(migrations = SHOP, target = "empty")
    @SeededFixtures(value = ROWS, at = "3")
    static class EmptyTestCase {

        @Test
        void test(DataSource source) {}
    }

    @Test
    void seededWhereNothingIs() {
        assertThat(Engine.failure(NothingTestCase.class))
                .isEqualTo("method " + HERE + "$NothingTestCase.test() asks for Seeded, but nothing is seeded; name the"
                        + " rows with @SeededFixtures on the test or its class");
    }

    @TestDatabase(migrations = SHOP)
    static class NothingTestCase {

        @Test
        void test(Seeded seeded) {}
    }

    @Test
    void expectedRowsThatAreGenerated() {
        assertThat(Engine.failure(GeneratedTestCase.class))
                .isEqualTo("@ExpectedFixtures on method " + HERE
                        + "$GeneratedTestCase.test(): jupiter/seeded/generated.yaml:2:3: Rows that are expected cannot be"
                        + " generated. Write them down, or count them in the test.");
    }

    @TestDatabase(migrations = SHOP)
    static class GeneratedTestCase {

        @Test
        @ExpectedFixtures("jupiter/seeded/generated.yaml")
        void test() {}
    }
}
