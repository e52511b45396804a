package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationChecks;
import dev.switchback.MigrationLint;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.MigrationTest;
import dev.switchback.PreviousVersion;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.Severity;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Settings that leave nothing to check, and names that nothing has: each is told, or has its reason why it is not. */
class SilentSettingsTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String PREVIOUS = "classpath:jupiter/previous";
    private static final String STATEMENTS = "queries/v40/orders.sql";
    private static final String ROWS = "jupiter/seeded/shop.yaml";

    /** A part of the message. */
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Told {
        String value();
    }

    /** Why nothing is told, or where it is. */
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Fine {
        String value();
    }

    static Stream<Method> settings() {
        return Stream.of(Settings.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsToldOrHasItsReason(Method setting) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter(SwitchbackParameters.REPORT, "off")
                .selectors(DiscoverySelectors.selectMethod(Settings.class, setting))
                .execute();
        List<String> messages = Engine.failures(results).stream()
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();

        if (setting.isAnnotationPresent(Fine.class)) {
            assertThat(messages).as(setting.getAnnotation(Fine.class).value()).isEmpty();
        } else {
            assertThat(messages)
                    .singleElement()
                    .asString()
                    .contains(setting.getAnnotation(Told.class).value());
        }
    }

    @TestDatabase(migrations = SHOP)
    static class Settings {

        @Told("Unable to resolve location classpath:jupiter/shopp")
        @TestDatabase(migrations = {SHOP, "classpath:jupiter/shopp"})
        @Test
        void aSecondLocationThatIsNotThere(DataSource database) {}

        @Told("Unable to resolve location classpath:jupiter/shopp")
        @TestDatabase(migrations = {SHOP, "classpath:jupiter/shopp"})
        @MigrationRoundTrip
        void aSecondLocationOfARoundTrip() {}

        @Fine("a test may take on a role that no migration speaks of")
        @TestDatabase(migrations = SHOP, roles = "nobody_speaks_of_it")
        @Test
        void aRoleThatNoMigrationUses(DataSource database) {}

        @Fine("undo scripts may be to come, and each that is missing is told with its migration")
        @TestDatabase(migrations = SHOP, undo = "classpath:jupiter/silent")
        @MigrationRoundTrip
        void aLocationWithoutUndoScripts() {}

        @Told("@TestDatabase(target): it is 99, but no migration has it; did you mean 1? The newest is 3.")
        @TestDatabase(migrations = SHOP, target = "99")
        @Test
        void aTargetBeyondAllMigrations(DataSource database) {}

        @Told("it is 2.5, but no migration has it; did you mean 2?")
        @TestDatabase(migrations = SHOP, target = "2.5")
        @Test
        void aTargetBetweenMigrations(DataSource database) {}

        @Told("No migration has version 9 or a newer one; the newest is V3__index_names.")
        @MigrationRoundTrip(from = "9")
        void aBeginningBeyondAllMigrations() {}

        @Fine("it begins with the first migration from there on, as with the date of a version")
        @MigrationRoundTrip(from = "2.5")
        void aBeginningBetweenMigrations() {}

        @Told("exclude leaves nothing to compare: public")
        @MigrationRoundTrip(exclude = "public")
        void patternsThatLeaveNothing() {}

        @Told("'public.custmer' matches no object. Did you mean public.customer?")
        @MigrationRoundTrip(exclude = "public.custmer")
        void aPatternThatMatchesNothing() {}

        @Fine("of those that are not judged it is not known what they had: it is a notice")
        @MigrationRoundTrip(exclude = "public.custmer", mode = RoundTripMode.LATEST)
        void aPatternThatMatchesNothingInTheLatest() {}

        @Told("it is about generated rows, and none are generated; add rows = GENERATED, or leave it out")
        @MigrationRoundTrip(rowHints = "rows/shop.hints")
        void hintsForRowsThatNobodyMakesUp() {}

        @Told("@MigrationRoundTrip(admittedRows) on method")
        @MigrationRoundTrip(admittedRows = Severity.FAIL)
        void rowsThatNobodyMakesUp() {}

        @Told(
                "jupiter/silent/empty.hints has no hint. Write one a line into it, such as: orders.total >= 0; a file that is not"
                        + " needed is not to be named.")
        @MigrationRoundTrip(rows = RoundTripRows.GENERATED, rowHints = "jupiter/silent/empty.hints")
        void aFileWithoutHints() {}

        @Told("jupiter/silent/empty.sql has no row to be seeded; write one, or leave the annotation out")
        @SeededFixtures("jupiter/silent/empty.sql")
        @Test
        void aScriptThatSeedsNothing(DataSource database) {}

        @Told("jupiter/silent/no-rows.yaml, jupiter/silent/customer.csv has no row to be seeded")
        @SeededFixtures({"jupiter/silent/no-rows.yaml", "jupiter/silent/customer.csv"})
        @Test
        void filesThatSeedNothing(DataSource database) {}

        @Fine("another of the files has rows, as in a folder that was exported")
        @SeededFixtures({"jupiter/silent/no-rows.yaml", ROWS})
        @Test
        void oneFileThatSeedsNothing(DataSource database) {}

        @Told("@SeededFixtures(at): it is 2.5, but no migration has it; did you mean 2?")
        @SeededFixtures(value = ROWS, at = "2.5")
        @Test
        void rowsOfAVersionThatIsNotThere(DataSource database) {}

        @Fine("that a table is empty is something to expect")
        @ExpectedFixtures("jupiter/silent/no-rows.yaml")
        @Test
        void noRowsAreExpected(DataSource database) {}

        @Told("purchase.nme is to be left out of the comparison")
        @SeededFixtures(ROWS)
        @ExpectedFixtures(value = ROWS, ignore = "purchase.nme")
        @Test
        void aColumnThatNoTableHas(DataSource database) {}

        @Fine("that the row of a label is there is compared all the same, and that there are no others")
        @SeededFixtures(ROWS)
        @ExpectedFixtures(
                value = ROWS,
                ignore = {"customer.name", "purchase.customer_id"})
        @Test
        void allColumnsIgnored(DataSource database) {}

        @Told("@MigrationTest(from)")
        @MigrationTest(from = "9")
        void aTestFromBeyondAllMigrations() {}

        @Told("@MigrationTest(to)")
        @MigrationTest(from = "1", to = "9")
        void aTestToBeyondAllMigrations() {}

        @Told("No file with statements of the previous version is found by 'queries/none/*.sql'")
        @TestDatabase(migrations = PREVIOUS)
        @PreviousVersion({STATEMENTS, "queries/none/*.sql"})
        void oneOfSeveralPatternsOfFiles() {}

        @Told("to: it is 99, but no migration has it")
        @TestDatabase(migrations = PREVIOUS)
        @PreviousVersion(value = STATEMENTS, to = "99")
        void aVersionBeyondAllMigrations() {}

        @Told("from, to: no migration is after version 4 and up to 4, so there is no change to be survived")
        @TestDatabase(migrations = PREVIOUS)
        @PreviousVersion(value = STATEMENTS, from = "4")
        void noMigrationBetweenTwoVersions() {}

        @Told(
                "@MigrationLint(without, failures) = 'index-not-concurrent': it is in both, and one of them would do nothing;"
                        + " leave it out of one")
        @MigrationLint(without = "index-not-concurrent", failures = "index-not-concurrent")
        void aRuleThatIsLeftOutAndFails() {}

        @Told("@MigrationLint(notices, failures) = 'index-not-concurrent': it is in both")
        @MigrationLint(notices = "index-not-concurrent", failures = "index-not-concurrent")
        void aRuleOfTwoSeverities() {}

        @Told("@MigrationLint(without, with) = 'index-not-concurrent': it is in both")
        @MigrationLint(without = "index-not-concurrent", with = "index-not-concurrent")
        void aRuleThatIsOnAndOff() {}

        @Told("No migration makes a table that the setting hot means with custmer. Did you mean customer?")
        @MigrationLint(hot = {"customer", "custmer"})
        void oneOfTheHotTables() {}

        @Told("lint/none.csv names no table with its number of rows.")
        @MigrationLint(rowCounts = "lint/none.csv")
        void aFileWithoutTables() {}
    }

    @Test
    void aSharedSettingThatMeansNothingHereIsANotice() {
        EngineExecutionResults results =
                Engine.run(TripTestCase.class, Map.of(SwitchbackParameters.EXCLUDE, "public.none_*"));

        assertThat(Engine.failures(results)).isEmpty();
        assertThat(results.allEvents().reportingEntryPublished().stream()
                        .map(event -> event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class)
                                .getKeyValuePairs()))
                .anyMatch(entry ->
                        String.valueOf(entry.get("exclude-unmatched")).contains("'public.none_*' matches no object."));
    }

    @Test
    void aSharedSettingThatLeavesNothingFails() {
        assertThat(Engine.failure(TripTestCase.class, Map.of(SwitchbackParameters.EXCLUDE, "public.*")))
                .startsWith("exclude leaves nothing to compare: public.*\n");
    }

    @Test
    void aListOfNothing() {
        assertThat(Engine.failure(TripTestCase.class, Map.of(SwitchbackParameters.EXCLUDE, ", ,")))
                .isEqualTo(
                        "switchback.round-trip.exclude = ', ,': it names nothing; leave the setting out, or write what it"
                                + " means");
    }

    @TestDatabase(migrations = SHOP)
    static class TripTestCase {

        @MigrationRoundTrip
        void comesBackDown() {}
    }

    @Test
    void theChecksOfAClassTellItOnce() {
        assertThat(Engine.failure(ChecksTestCase.class)).startsWith("exclude names what no migration makes: ");
    }

    @TestDatabase(migrations = SHOP)
    @MigrationRoundTrip(exclude = "public.custmer")
    static class ChecksTestCase implements MigrationChecks {}
}
