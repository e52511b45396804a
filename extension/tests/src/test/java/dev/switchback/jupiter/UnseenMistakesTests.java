package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationLint;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.MigrationTest;
import dev.switchback.SchemaGolden;
import dev.switchback.SeededFixtures;
import dev.switchback.Switchback;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.migration.MigrationStep;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** System properties are everybody's: no other test may run beside these. */
@Isolated
class UnseenMistakesTests {

    private static final String HERE = UnseenMistakesTests.class.getName();

    @Test
    void aPrivateMethodInAClassThatHasNothingElseOfOurs() {
        assertThat(messages(PlainTestCase.class))
                .containsExactly("@MigrationRoundTrip on method " + HERE
                        + "$PlainTestCase.hidden(): it is private, and JUnit does not run it; remove `private`");
    }

    static class PlainTestCase {

        @Test
        void test() {}

        @MigrationRoundTrip
        @SuppressWarnings("UnusedMethod")
        private void hidden() {}
    }

    @Test
    void inSuperclassesInterfacesAndNestedClasses() {
        assertThat(messages(HeirTestCase.class))
                .containsExactlyInAnyOrder(
                        "@MigrationTest on method " + HERE
                                + "$Ancestor.above(): it is private, and JUnit does not run it; remove `private`",
                        "@SchemaGolden on method " + HERE
                                + "$Side.shared(): it is static, and JUnit does not run it; remove `static`",
                        "@MigrationRoundTrip on method " + HERE
                                + "$HeirTestCase$Inner.counts(): it returns a value, and JUnit does not run it; make it `void`");
    }

    abstract static class Ancestor {

        @MigrationTest(from = "1")
        @SuppressWarnings("UnusedMethod")
        private void above() {}
    }

    interface Side {

        @SchemaGolden
        static void shared() {}
    }

    static class HeirTestCase extends Ancestor implements Side {

        @Nested
        @SuppressWarnings("ClassCanBeStatic") // which is the mistake
        class Inner {

            @MigrationRoundTrip
            int counts(MigrationStep step) {
                return 1;
            }
        }
    }

    @Test
    void aMethodThatNothingMakesATestOf() {
        assertThat(messages(ForgetfulTestCase.class))
                .containsExactly("@SeededFixtures on method " + HERE
                        + "$ForgetfulTestCase.findsRows(): it is not a test; annotate the test methods, or the class");
    }

    static class ForgetfulTestCase {

        @SeededFixtures("shop.yaml")
        void findsRows() {}
    }

    @Test
    void aTestOfAnInnerClassThatIsNotNested() {
        assertThat(messages(OuterTestCase.class))
                .containsExactly(
                        "@MigrationRoundTrip on method " + HERE
                                + "$OuterTestCase$Inner.comesBack(): its class is an inner class, and JUnit does not run it; annotate the class with `@Nested`");
    }

    static class OuterTestCase {

        @SuppressWarnings("ClassCanBeStatic") // this is the mistake
        class Inner {

            @MigrationRoundTrip
            void comesBack(MigrationStep step) {}
        }
    }

    @Test
    void testsOfNestedClassesThatJUnitLeavesOut() {
        assertThat(messages(WrongNestsTestCase.class))
                .containsExactlyInAnyOrder(
                        nested("Hidden", "private"),
                        nested("Fixed", "static"),
                        nested("Open", "abstract"),
                        "@MigrationRoundTrip on method " + HERE
                                + "$WrongNestsTestCase$Forgotten$Deep.comesBack(): its class is an inner class, and JUnit does not run it; annotate the class with `@Nested`");
    }

    private static String nested(String type, String modifier) {
        return "@MigrationRoundTrip on method %s$WrongNestsTestCase$%s.comesBack(): its class is `@Nested` and %s, and JUnit does not run it; remove `%s`"
                .formatted(HERE, type, modifier, modifier);
    }

    static class WrongNestsTestCase {

        @Nested
        @SuppressWarnings({"UnusedNestedClass", "UnusedMethod", "UnusedVariable"})
        private final class Hidden extends Base {

            @MigrationRoundTrip
            void comesBack(MigrationStep step) {}
        }

        @Nested
        static class Fixed {

            @MigrationRoundTrip
            void comesBack(MigrationStep step) {}
        }

        @Nested
        abstract class Open {

            @MigrationRoundTrip
            void comesBack(MigrationStep step) {}
        }

        @Nested
        abstract class Base {}

        @SuppressWarnings("ClassCanBeStatic") // these are the mistakes
        class Forgotten {

            @Nested
            class Deep {

                @MigrationRoundTrip
                void comesBack(MigrationStep step) {}
            }
        }
    }

    @Test
    void aFactoryThatReturnsNothing() {
        assertThat(messages(EmptyFactoryTestCase.class))
                .containsExactly(
                        "@TestDatabase on method " + HERE
                                + "$EmptyFactoryTestCase.makesTests(): it returns nothing, and JUnit does not run it; return its tests");
    }

    static class EmptyFactoryTestCase {

        @TestFactory
        @TestDatabase
        void makesTests() {}
    }

    @ParameterizedTest
    @ValueSource(classes = {GateTestCase.class, LintTestCase.class, GoldenTestCase.class, ExpectedTestCase.class})
    void aClassThatAsksForACheckAndHasNoTest(Class<?> testCase) {
        assertThat(messages(testCase))
                .singleElement()
                .asString()
                .startsWith("@")
                .endsWith(
                        " on class " + testCase.getName()
                                + ": it has no test, and so nothing is checked; add one, or `implements MigrationChecks`, which has them. Where only classes that extend it have tests, make it `abstract`");
        assertThat(messages(testCase.getDeclaringClass())).isEmpty();
    }

    @MigrationRoundTrip
    static class GateTestCase {

        void forgotten() {}
    }

    @MigrationLint
    static class LintTestCase {}

    @SchemaGolden
    static class GoldenTestCase {}

    @ExpectedFixtures("after.yaml")
    static class ExpectedTestCase {}

    @ParameterizedTest
    @ValueSource(classes = {AbstractTestCase.class, InheritsTestsTestCase.class, HasNestedTestsTestCase.class})
    void classesWhoseTestsAreElsewhereAreNoMistake(Class<?> testCase) {
        assertThat(messages(testCase)).isEmpty();
    }

    @MigrationRoundTrip
    abstract static class AbstractTestCase {}

    @MigrationRoundTrip
    static class InheritsTestsTestCase extends LiveTestCase {}

    @MigrationRoundTrip
    static class HasNestedTestsTestCase {

        @Nested
        class Inner {

            @Test
            void test() {}
        }
    }

    @Test
    void aSwitchbackThatIsNotRegistered() {
        assertThat(Engine.failure(UnregisteredTestCase.class))
                .isEqualTo(
                        "Switchback on class " + HERE
                                + "$UnregisteredTestCase: JUnit does not know of the field db; declare it as `@RegisterExtension static final Switchback db`");
    }

    @TestDatabase(target = "empty")
    static class UnregisteredTestCase {

        static final Switchback db = Switchback.builder().build();

        @Test
        void test() {}
    }

    @Test
    void theExtensionTellsThemItselfWhereItIsAsked() {
        assertThat(messages(AskedTestCase.class)).isEmpty();
        assertThat(Engine.failure(AskedTestCase.class))
                .isEqualTo("@TestDatabase on method " + HERE
                        + "$AskedTestCase.hidden(): it is private, and JUnit does not run it; remove `private`");
    }

    @TestDatabase
    static class AskedTestCase {

        @Test
        void test() {}

        @Test
        @TestDatabase(target = "1")
        @SuppressWarnings("UnusedMethod")
        private void hidden() {}
    }

    @Test
    void aSettingThatTheBuildHandsToJUnit() {
        EngineExecutionResults results = EngineTestKit.engine("switchback")
                .configurationParameter("switchback.round-trip.tim-limit", "LATEST")
                .configurationParameter(SwitchbackParameters.REPORT, "none")
                .selectors(selectClass(LiveTestCase.class))
                .execute();

        assertThat(messagesOf(results))
                .containsExactly(
                        "switchback.round-trip.tim-limit, a configuration parameter: there is no such setting. Did you mean switchback.round-trip.time-limit?");
    }

    @Test
    void aSettingThatIsASystemProperty() {
        System.setProperty("switchback.sever", "url");
        try {
            assertThat(Engine.failure(DatabaseTestCase.class))
                    .isEqualTo(
                            "switchback.sever, a system property: there is no such setting. Did you mean switchback.server?");
        } finally {
            System.clearProperty("switchback.sever");
        }
    }

    @TestDatabase(target = "empty")
    static class DatabaseTestCase {

        @Test
        void test() {}
    }

    @Test
    void aClassWithoutMistakesHasNoTestsHere() {
        assertThat(messages(LiveTestCase.class)).isEmpty();
        assertThat(run(LiveTestCase.class).testEvents().count()).isZero();
    }

    static class LiveTestCase {

        @Test
        void test() {}

        @TestFactory
        @TestDatabase(target = "empty")
        Stream<DynamicTest> returnsItsTests() {
            return Stream.empty();
        }
    }

    private static List<String> messages(Class<?> testCase) {
        return messagesOf(run(testCase));
    }

    private static List<String> messagesOf(EngineExecutionResults results) {
        return Engine.failures(results).stream()
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
    }

    private static EngineExecutionResults run(Class<?> testCase) {
        return EngineTestKit.engine("switchback")
                .selectors(selectClass(testCase))
                .execute();
    }
}
