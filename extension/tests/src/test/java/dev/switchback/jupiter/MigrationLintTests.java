package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationChecks;
import dev.switchback.MigrationLint;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.lint.LintReport;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class MigrationLintTests {

    private static final String FINDING =
            """
            V2__index_orders.sql:1: index-not-concurrent: building index orders_created_idx keeps writes to public.orders waiting

                CREATE INDEX orders_created_idx ON orders (created);

              Seen: SHARE lock on public.orders: writes wait while all rows are read (the table is empty here).
              Why it matters: Every INSERT, UPDATE and DELETE on the table waits until the index is built and the transaction has ended.

              Safer:

                -- in a migration of its own, which runs outside a transaction:
                CREATE INDEX CONCURRENTLY orders_created_idx ON public.orders USING btree (created);
            """;

    @Test
    void eachMigrationIsAnInvocation() {
        EngineExecutionResults results = Engine.run(EachTestCase.class);

        results.testEvents()
                .assertStatistics(
                        statistics -> statistics.started(3).succeeded(2).failed(1));
        assertThat(Engine.failures(results))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith(FINDING);
    }

    @TestDatabase(migrations = "classpath:jupiter/lint")
    static class EachTestCase {

        @MigrationLint
        void everyMigrationIsSafeToApply() {}
    }

    @Test
    void theReportHoldsTheFindings(@TempDir Path folder) {
        Engine.run(EachTestCase.class, Map.of(SwitchbackParameters.REPORT, folder.resolve("lint.html") + ""));

        assertThat(folder.resolve("lint.html"))
                .content()
                .contains("V2 index orders", "index-not-concurrent", "judged by", EachTestCase.class.getName());
        assertThat(folder.resolve("lint.json"))
                .content()
                .contains("\"source\":\"lint\",\"rule\":\"index-not-concurrent\"");
    }

    @Test
    void theBodyIsGivenTheNotices() {
        Engine.succeeds(BodyTestCase.class, 3);
    }

    @TestDatabase(migrations = "classpath:jupiter/lint")
    static class BodyTestCase {

        @MigrationLint(notices = "index-not-concurrent")
        void findsOneThing(LintReport report) {
            assertThat(report.migrations()).hasSize(1);
            assertThat(report.findings())
                    .hasSize(report.migrations().get(0).version().equals("2") ? 1 : 0);
        }
    }

    @Test
    void aClassIsAGate() {
        EngineExecutionResults results = Engine.run(GateTestCase.class);

        results.testEvents().assertStatistics(statistics -> statistics.started(0));
        assertThat(Engine.failures(results))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith(FINDING);
    }

    @MigrationLint
    @TestDatabase(migrations = "classpath:jupiter/lint")
    static class GateTestCase {

        @Test
        void test() {}
    }

    @Test
    void aClassIsTheSettingsOfItsMethods() {
        Engine.succeeds(SettingsTestCase.class, 3);
    }

    @MigrationLint(without = "index-not-concurrent")
    @TestDatabase(migrations = "classpath:jupiter/lint")
    static class SettingsTestCase {

        @MigrationLint
        void everyMigrationIsSafeToApply() {}
    }

    @Test
    void aClassWithAllChecksIsLintedBeforeThem() {
        EngineExecutionResults results = Engine.run(ChecksTestCase.class);

        results.testEvents().assertStatistics(statistics -> statistics.started(0));
        assertThat(Engine.failures(results))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith(FINDING);
    }

    @MigrationLint
    @TestDatabase(migrations = "classpath:jupiter/lint")
    static class ChecksTestCase implements MigrationChecks {}

    @Test
    void anUnknownRuleIsRefused() {
        assertThat(Engine.failures(Engine.run(UnknownTestCase.class)))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("@MigrationLint(without)")
                .contains("There is no lint rule index-not-concurent. Did you mean index-not-concurrent");
    }

    @TestDatabase(migrations = "classpath:jupiter/lint")
    static class UnknownTestCase {

        @MigrationLint(without = "index-not-concurent")
        void everyMigrationIsSafeToApply() {}
    }

    @Test
    void theTablesOfProductionAreNamed() {
        Engine.succeeds(TablesTestCase.class, 3);
    }

    @MigrationLint(rowCounts = "lint/small-rows.csv")
    @TestDatabase(migrations = "classpath:jupiter/lint")
    static class TablesTestCase {

        @MigrationLint
        void everyMigrationIsSafeToApply() {}
    }

    @Test
    void aFileOfRowsThatIsNotThereIsRefused() {
        assertThat(Engine.failures(Engine.run(NoRowsTestCase.class)))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("There is no file lint/no-rows.csv with numbers of rows below src/test/resources.");
    }

    @TestDatabase(migrations = "classpath:jupiter/lint")
    static class NoRowsTestCase {

        @MigrationLint(rowCounts = "lint/no-rows.csv", hot = "orders")
        void everyMigrationIsSafeToApply() {}
    }
}
