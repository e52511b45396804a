package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.ExpectedFixtures.Others;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ExpectedFixturesTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";
    private static final String AFTER = "jupiter/seeded/after.yaml";

    @Test
    void aTestThatLeavesTheRowsSucceeds() {
        Engine.succeeds(AsExpectedTestCase.class, 5);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class AsExpectedTestCase {

        @Test
        @ExpectedFixtures(AFTER)
        void byLabelAndByValues(DSLContext sql) {
            sql.execute("UPDATE customer SET name = 'Alicia' WHERE name = 'Alice'");
            sql.execute("INSERT INTO customer (name) VALUES ('Dora'), ('Carl')");
        }

        @Test
        @ExpectedFixtures("jupiter/seeded/matching.yaml")
        void withMatchers(DSLContext sql) {
            sql.execute("INSERT INTO purchase (customer_id) SELECT id FROM customer WHERE name = 'Bob'");
        }

        @Test
        @ExpectedFixtures("jupiter/seeded/no-purchases.yaml")
        void emptyTables(DataSource source) {
            DSL.using(source, org.jooq.SQLDialect.POSTGRES).execute("DELETE FROM purchase");
        }

        @Test
        @ExpectedFixtures(value = ROWS, others = Others.ALLOWED)
        void others(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Dora')");
        }

        @Test
        @ExpectedFixtures(value = AFTER, ignore = "customer.name", others = Others.ALLOWED)
        void withoutAColumn(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('x'), ('y')");
        }
    }

    @Test
    void allDifferencesAreToldAtOnce() {
        AssertionFailedError failure = (AssertionFailedError)
                Engine.failures(Engine.run(OtherwiseTestCase.class)).get(0);

        assertThat(failure)
                .hasMessage(
                        """
                        The rows are not those of jupiter/seeded/after.yaml

                          table public.customer: 4 rows expected, 4 found; 1 differs, 1 is missing, 1 is not expected

                              row     column   expected   actual
                            ~ alice   name     Alicia     Alice    jupiter/seeded/after.yaml:2:3
                            - new     name     Carl                jupiter/seeded/after.yaml:4:3
                            + 2       name                Eve""");
        assertThat(failure.getExpected().getStringRepresentation())
                .isEqualTo(
                        """
                        public.customer/alice: name = Alicia
                        public.customer/new: name = Carl""");
        assertThat(failure.getActual().getStringRepresentation())
                .isEqualTo(
                        """
                        public.customer/alice: name = Alice
                        public.customer/2: id = 2, name = Eve""");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class OtherwiseTestCase {

        @Test
        @ExpectedFixtures(AFTER)
        void renames(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Dora'), ('Eve')");
        }
    }

    @Test
    void aTestThatFailsByItselfIsNotCompared() {
        assertThat(Engine.failure(FailingTestCase.class)).isEqualTo("the test's own");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class FailingTestCase {

        @Test
        @ExpectedFixtures(AFTER)
        void fails() {
            throw new AssertionError("the test's own");
        }
    }

    @Test
    void whatTheTestHasNotCommittedCounts() {
        Engine.succeeds(UncommittedTestCase.class, 1);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class UncommittedTestCase {

        @Test
        @ExpectedFixtures("jupiter/seeded/no-purchases.yaml")
        void deletes(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL TimeZone = 'Asia/Tokyo'");
                statement.execute("DELETE FROM purchase");
            }
        }

        @AfterEach
        void sessionAndTransactionAreAsTheyWere(Connection connection) throws SQLException {
            DSLContext sql = DSL.using(connection);
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(sql.fetchValue("SHOW TimeZone")).isEqualTo("Asia/Tokyo");
            connection.rollback();
            assertThat(sql.fetchCount(DSL.table("purchase"))).isEqualTo(1);
        }
    }

    @Test
    void theNearestPlaceCounts() {
        Engine.succeeds(PlacesTestCase.class, 3);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ExpectedFixtures("jupiter/seeded/no-purchases.yaml")
    @interface WithoutPurchases {}

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    @ExpectedFixtures(ROWS)
    static class PlacesTestCase {

        @Test
        void readsOnly() {}

        @Test
        @WithoutPurchases
        void saysSomethingElse(DSLContext sql) {
            sql.execute("DELETE FROM purchase");
        }

        @Nested
        class Inner {

            @Test
            void readsOnly() {}
        }
    }

    @Test
    void severalAtOnePlaceAreToldTogether() {
        assertThat(Engine.failure(SeveralTestCase.class))
                .contains("The rows are not those of jupiter/seeded/after.yaml")
                .contains("The rows are not those of jupiter/seeded/no-purchases.yaml");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class SeveralTestCase {

        @Test
        @ExpectedFixtures(AFTER)
        @ExpectedFixtures("jupiter/seeded/no-purchases.yaml")
        void test() {}
    }

    @Test
    void aLabelThatWasNotSeededIsToldWithTheNearest() {
        assertThat(Engine.failure(UnknownLabelTestCase.class))
                .isEqualTo(
                        "jupiter/seeded/unknown-label.yaml:2:3: customer/alise: no row of this label was seeded. Did you mean alice? If it is another row, give it a label that is less like that.");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class UnknownLabelTestCase {

        @Test
        @ExpectedFixtures("jupiter/seeded/unknown-label.yaml")
        void test() {}
    }
}
