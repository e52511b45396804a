package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationTest;
import dev.switchback.PreviousVersion;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.statements.StatementReport;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class PreviousVersionTests {

    @Test
    void aStatementThatIsRefusedFailsTheTest() {
        assertThat(Engine.failure(RefusedTestCase.class))
                .startsWith(
                        """
                        queries/v41/orders.sql:5: a statement of the previous version is refused after V3__drop_note.sql: column "note" does not exist

                            UPDATE orders SET note = ? WHERE id = ?

                          The server, on the schema of version 3: column "note" of relation "orders" does not exist
                        """
                                .replace("column \"note\" does", "column \"note\" of relation \"orders\" does"))
                .contains("Changed by V3__drop_note.sql: Column public.orders.note is gone.");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class RefusedTestCase {

        @PreviousVersion(value = "queries/v41/*.sql", from = "2")
        void version41GetsOn() {}
    }

    @Test
    void theBodyRunsAfterwardsAndIsGivenTheReport() {
        Engine.succeeds(BodyTestCase.class, 1);
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class BodyTestCase {

        @PreviousVersion(value = "queries/v41/orders.sql", from = "1", to = "2")
        void version41GetsOn(StatementReport report) {
            assertThat(report.statements()).hasSize(2);
            assertThat(report.migrations()).hasSize(1);
        }
    }

    @Test
    void statementsOfTheNewVersionAreTriedOnTheOldSchema() {
        assertThat(Engine.failure(NextTestCase.class))
                .startsWith(
                        "queries/v42/orders.sql:1: a statement of the new version is refused before V2__add_total.sql: column \"total\" does not exist");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class NextTestCase {

        @PreviousVersion(value = "queries/v40/orders.sql", newVersion = "queries/v42/*.sql", from = "1", to = "2")
        void version40GetsOn() {}
    }

    @Test
    void statementsRunOverSeededRows() {
        assertThat(Engine.failure(SeededTestCase.class))
                .startsWith(
                        "queries/v43/orders.sql:2: a statement of the previous version fails with its values after V4__small.sql: new row for relation \"orders\" violates check constraint \"small\"");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class SeededTestCase {

        @PreviousVersion("queries/v43/orders.sql")
        @SeededFixtures("previous/orders.yaml")
        void version43GetsOn() {}
    }

    @Test
    void statementsRunOverGeneratedRows() {
        assertThat(Engine.failure(GeneratedTestCase.class))
                .startsWith(
                        "queries/v43/all.sql:1: a statement of the previous version fails with its values after V4__small.sql: ");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class GeneratedTestCase {

        @PreviousVersion(value = "queries/v43/all.sql", rows = RoundTripRows.GENERATED)
        void version43GetsOn() {}
    }

    @Test
    void rightsAreThoseOfTheRole() {
        assertThat(Engine.failure(RoleTestCase.class))
                .startsWith(
                        "@PreviousVersion on method " + RoleTestCase.class.getName()
                                + ".version40GetsOn(): The server has no role nobody_knows, as which statements are to be sent.");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class RoleTestCase {

        @PreviousVersion(value = "queries/v40/orders.sql", role = "nobody_knows")
        void version40GetsOn() {}
    }

    @Test
    void whatIsNotTriedIsAReportEntry() {
        EngineExecutionResults results = Engine.run(RemarkTestCase.class);

        assertThat(results.testEvents().reportingEntryPublished().stream()
                        .map(event -> event.getRequiredPayload(ReportEntry.class)
                                .getKeyValuePairs()
                                .get("previous-version"))
                        .filter(Objects::nonNull))
                .singleElement()
                .asString()
                .startsWith("queries/v40/misfit.sql:2 is only prepared, and not run: ");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class RemarkTestCase {

        @PreviousVersion("queries/v40/misfit.sql")
        void version40GetsOn() {}
    }

    @Test
    void rowsOfALaterVersionAreRefused() {
        assertThat(Engine.failure(LateRowsTestCase.class))
                .contains(
                        "There are rows for version 4, but the previous version of the application runs on the schema of version 3");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class LateRowsTestCase {

        @PreviousVersion("queries/v43/orders.sql")
        @SeededFixtures(value = "previous/orders.yaml", at = "4")
        void version43GetsOn() {}
    }

    @Test
    void aTargetIsRefused() {
        assertThat(Engine.failure(TargetTestCase.class))
                .isEqualTo(
                        "@TestDatabase(target) = '2': @PreviousVersion makes databases at two versions; leave target out, and name the new one with @PreviousVersion(to = ...)");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous", target = "2")
    static class TargetTestCase {

        @PreviousVersion("queries/v40/orders.sql")
        void version40GetsOn() {}
    }

    @Test
    void anotherKindOfTestIsRefused() {
        assertThat(Engine.failure(TwoKindsTestCase.class))
                .contains("it is @PreviousVersion as well; it makes a plain test, remove @PreviousVersion");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class TwoKindsTestCase {

        @PreviousVersion("queries/v40/orders.sql")
        @MigrationTest(from = "1")
        void version40GetsOn() {}
    }

    @Test
    void anAnnotationOfOnesOwnMayHoldIt() {
        Engine.succeeds(MetaTestCase.class, 1);
    }

    @PreviousVersion(value = "queries/v41/orders.sql", from = "1", to = "2")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Version41 {}

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class MetaTestCase {

        private List<String> order = List.of();

        @BeforeEach
        void begin() {
            order = List.of("before");
        }

        @Version41
        void getsOn() {
            assertThat(order).containsExactly("before");
        }
    }
}
