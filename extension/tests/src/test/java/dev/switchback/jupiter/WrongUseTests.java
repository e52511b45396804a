package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.Switchback;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every message in full: what, where, what to do. */
class WrongUseTests {

    private static final String HERE = WrongUseTests.class.getName();

    @Test
    void twoValuesForOne() {
        assertThat(Engine.failure(TwoModesTestCase.class))
                .isEqualTo("@MigrationRoundTrip(mode) on method " + HERE + "$TwoModesTestCase.twice():"
                        + " [STEPS, FULL] are 2 values; choose one");
    }

    static class TwoModesTestCase {

        @MigrationRoundTrip(mode = {RoundTripMode.STEPS, RoundTripMode.FULL})
        void twice() {}
    }

    @Test
    void contradiction() {
        assertThat(Engine.failure(ContradictionTestCase.class))
                .isEqualTo("@MigrationRoundTrip(mode = LATEST, from) on method " + HERE
                        + "$ContradictionTestCase.latestFrom(): LATEST judges the newest migration, wherever undo"
                        + " scripts start; leave one of the two out");
    }

    static class ContradictionTestCase {

        @MigrationRoundTrip(mode = RoundTripMode.LATEST, from = "2")
        void latestFrom() {}
    }

    @Test
    void draftsWhereThereIsNoFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("drafts"), "");

        assertThat(Engine.failure(DraftingTestCase.class, Map.of(SwitchbackParameters.DRAFT_UNDO, file.toString())))
                .isEqualTo("switchback.draft-undo = '" + file + "': Drafts of undo scripts cannot be written: " + file
                        + " is not a folder.");
    }

    static class DraftingTestCase {

        @MigrationRoundTrip
        void drafts() {}
    }

    @Test
    void roundTripUpToATarget() {
        assertThat(Engine.failure(TargetTestCase.class))
                .isEqualTo("@TestDatabase(target) = '2': a round trip takes every migration; leave target out, or start"
                        + " later with @MigrationRoundTrip(from = ...)");
    }

    @TestDatabase(target = "2")
    static class TargetTestCase {

        @MigrationRoundTrip
        void upToTwo() {}
    }

    @Test
    void noVersion() {
        assertThat(Engine.failure(NoVersionTestCase.class))
                .isEqualTo(
                        "@TestDatabase(target) = 'V7': is no version; write it as in the file name, such as 7 or 2.1");
    }

    @TestDatabase(target = "V7")
    static class NoVersionTestCase {

        @Test
        void test(DataSource dataSource) {}
    }

    @Test
    void noFolder() {
        assertThat(Engine.failure(NoFolderTestCase.class))
                .isEqualTo("location = 'filesystem:src/no/such': there is no such folder (looked for "
                        + Path.of("src/no/such").toAbsolutePath()
                        + "); correct the path, which starts at the folder where the tests run");
    }

    @TestDatabase(migrations = "filesystem:src/no/such")
    static class NoFolderTestCase {

        @Test
        void test(DataSource dataSource) {}
    }

    @Test
    void blankValue() {
        assertThat(Engine.failure(BlankTestCase.class))
                .isEqualTo("@TestDatabase(migrations) on class " + HERE
                        + "$BlankTestCase: a value is blank; leave the attribute out, or write what it means");
    }

    @TestDatabase(migrations = " ")
    static class BlankTestCase {

        @Test
        void test() {}
    }

    @Test
    void unknownValueOfAParameter() {
        assertThat(Engine.failure(PlainTestCase.class, Map.of(SwitchbackParameters.MODE, "sideways")))
                .isEqualTo("switchback.round-trip.mode = 'sideways': must be one of STEPS, LATEST, FULL");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class PlainTestCase {

        @MigrationRoundTrip(missingUndo = Severity.NOTICE)
        void roundTrip() {}
    }

    @Test
    void noTime() {
        assertThat(Engine.failure(PlainTestCase.class, Map.of(SwitchbackParameters.TIME_LIMIT, "10 min")))
                .isEqualTo("switchback.round-trip.time-limit = '10 min': is not a number of seconds, such as 600");
        assertThat(Engine.failure(NoTimeTestCase.class))
                .isEqualTo("@MigrationRoundTrip(timeLimit) on method " + HERE
                        + "$NoTimeTestCase.roundTrip(): -1 is not a number of seconds, such as 600");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class NoTimeTestCase {

        @MigrationRoundTrip(timeLimit = -1)
        void roundTrip() {}
    }

    @Test
    void onWhatIsNoTest() {
        assertThat(Engine.failure(LifecycleTestCase.class))
                .isEqualTo("@TestDatabase on method " + HERE
                        + "$LifecycleTestCase.before(): it is not a test; annotate the test methods, or the"
                        + " class");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class LifecycleTestCase {

        @BeforeEach
        @TestDatabase(target = "1")
        void before() {}

        @Test
        void test() {}
    }

    @Test
    void onAnotherKindOfTest() {
        assertThat(Engine.failure(TwoKindsTestCase.class))
                .isEqualTo("@MigrationRoundTrip on method " + HERE
                        + "$TwoKindsTestCase.both(): it is @Test as well; a round trip is a test of its own kind, remove"
                        + " @Test");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class TwoKindsTestCase {

        @Test
        @MigrationRoundTrip
        void both() {}
    }

    @Test
    void onMethodsThatJUnitLeavesOut() {
        assertThat(Engine.failure(PrivateTestCase.class))
                .isEqualTo("@MigrationRoundTrip on method " + HERE
                        + "$PrivateTestCase.hidden(): it is private, and JUnit does not run it; remove `private`");
        assertThat(Engine.failure(StaticTestCase.class))
                .isEqualTo("@MigrationRoundTrip on method " + HERE
                        + "$StaticTestCase.shared(): it is static, and JUnit does not run it; remove `static`");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class PrivateTestCase {

        @MigrationRoundTrip
        @SuppressWarnings("UnusedMethod")
        private void hidden() {}

        @Test
        void test() {}
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class StaticTestCase {

        @MigrationRoundTrip
        static void shared() {}

        @Test
        void test() {}
    }

    @Test
    void onALifecycleMethod() {
        assertThat(Engine.failure(BeforeEachTestCase.class))
                .isEqualTo("@MigrationRoundTrip on method " + HERE
                        + "$BeforeEachTestCase.before(): it is @BeforeEach as well; a round trip is a test of its own"
                        + " kind, remove @BeforeEach");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class BeforeEachTestCase {

        @BeforeEach
        @MigrationRoundTrip
        void before() {}

        @Test
        void test() {}
    }

    @Test
    void aStepWhereThereIsNone() {
        assertThat(Engine.failure(NoStepTestCase.class))
                .isEqualTo(
                        "method " + HERE + "$NoStepTestCase.test() asks for a MigrationStep, but runs for no migration;"
                                + " take it in a method annotated with @MigrationRoundTrip, or in a @BeforeEach method or"
                                + " constructor of such a method");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class NoStepTestCase {

        @Test
        void test(MigrationStep step) {}
    }

    @Test
    void inAFieldThatIsNotStatic() {
        assertThat(Engine.failure(NotStaticTestCase.class))
                .isEqualTo("@RegisterExtension on class " + HERE
                        + "$NotStaticTestCase: its Switchback is not in a static field; declare it as"
                        + " `@RegisterExtension static final Switchback db`");
    }

    static class NotStaticTestCase {

        @RegisterExtension
        final Switchback db = Switchback.builder().build();

        @Test
        void test() {}
    }

    @Test
    void twoInOneClass() {
        assertThat(Engine.failure(TwoTestCase.class))
                .isEqualTo("@RegisterExtension on class " + HERE
                        + "$TwoTestCase: 2 fields hold a Switchback; a class has one database, keep one");
    }

    static class TwoTestCase {

        @RegisterExtension
        static final Switchback one = Switchback.builder().build();

        @RegisterExtension
        static final Switchback two = Switchback.builder().build();

        @Test
        void test() {}
    }

    @Test
    void noMigrations() {
        assertThat(Engine.failure(NothingTestCase.class))
                .endsWith("There is no migration in classpath:jupiter/nothing. Say where they are with"
                        + " @TestDatabase(migrations = ...), or take a database without any with"
                        + " @TestDatabase(target = \"empty\").");
        assertThat(Engine.failure(NothingToJudgeTestCase.class))
                .startsWith("No migrations found. Flyway looked for V<version>__<description>.sql in:")
                .contains("classpath:jupiter/nothing");
    }

    @TestDatabase(migrations = "classpath:jupiter/nothing")
    static class NothingTestCase {

        @Test
        void test(DataSource dataSource) {}
    }

    @TestDatabase(migrations = "classpath:jupiter/nothing")
    static class NothingToJudgeTestCase {

        @MigrationRoundTrip
        void roundTrip() {}
    }

    @Test
    void anUnknownReport() {
        assertThat(Engine.failure(PlainTestCase.class, Map.of(SwitchbackParameters.REPORT, "paper")))
                .isEqualTo("switchback.report = 'paper': must be one of console, none, off, or a file for the page,"
                        + " such as build/migrations.html");
    }

    @Test
    void anUnknownProgress() {
        assertThat(Engine.failure(PlainTestCase.class, Map.of(SwitchbackParameters.PROGRESS, "bar")))
                .isEqualTo("switchback.progress = 'bar': must be one of auto, none");
    }
}
