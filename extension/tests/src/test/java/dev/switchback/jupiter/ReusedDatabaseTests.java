package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.Reset;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class ReusedDatabaseTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";

    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    private static final Queue<String> NAMES = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        NAMES.clear();
    }

    private static void change(Database database, DSLContext sql) {
        NAMES.add(database.name());
        assertThat(sql.fetch("SELECT name FROM customer ORDER BY id").into(String.class))
                .containsExactlyInAnyOrder("Alice", "Bob");
        assertThat(sql.fetchValue("INSERT INTO customer (name) VALUES ('Eve') RETURNING id"))
                .isEqualTo(1);
        sql.execute("DELETE FROM purchase");
    }

    /** Of as many tests as there may be without one that has waited for a reset too often. */
    @Test
    void theSecondDatabaseIsUsedForAllTestsToCome() {
        Engine.succeeds(RowsTestCase.class, 5);

        assertThat(NAMES).hasSize(5);
        assertThat(Set.copyOf(NAMES)).hasSize(2);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class RowsTestCase {

        @RepeatedTest(5)
        void changes(Database database, DSLContext sql) {
            change(database, sql);
        }
    }

    @Test
    void eachTestCanHaveACopy() {
        Engine.succeeds(CopyTestCase.class, 3);

        assertThat(Set.copyOf(NAMES)).hasSize(3);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, reset = Reset.COPY)
    static class CopyTestCase {

        @RepeatedTest(3)
        void changes(Database database, DSLContext sql) {
            change(database, sql);
        }
    }

    @Test
    void aDatabaseThatCannotBeResetIsNotUsedAgain() {
        Engine.succeeds(SchemaTestCase.class, 4);

        assertThat(Set.copyOf(NAMES)).hasSize(4);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class SchemaTestCase {

        @RepeatedTest(4)
        void changesTheSchema(Database database, DSLContext sql) {
            change(database, sql);
            sql.execute("CREATE TABLE more (id int)");
        }
    }

    @Test
    void aDatabaseOnWhichASessionIsLeftIsNotUsedAgain() {
        Engine.succeeds(SessionTestCase.class, 4);

        assertThat(Set.copyOf(NAMES)).hasSize(4);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class SessionTestCase {

        private static final Set<Connection> LEFT = ConcurrentHashMap.newKeySet();

        @RepeatedTest(4)
        void leavesASession(Database database, DSLContext sql) throws SQLException {
            change(database, sql);
            LEFT.add(database.dataSource().getConnection());
        }
    }

    @Test
    void testsAtTheSameTimeHaveDatabasesOfTheirOwn() {
        Engine.succeeds(ParallelTestCase.class, 40, PARALLEL);

        assertThat(Set.copyOf(NAMES)).hasSizeLessThan(40);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelTestCase {

        @RepeatedTest(40)
        void changes(Database database, DSLContext sql) {
            change(database, sql);
        }
    }

    @Test
    void whatAClassSharesIsResetBeforeEachTest() {
        Engine.succeeds(SharedTestCase.class, 3);

        assertThat(Set.copyOf(NAMES)).hasSize(1);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class SharedTestCase {

        @BeforeAll
        static void share(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Carol')");
        }

        @RepeatedTest(3)
        void changes(Database database, DSLContext sql) {
            change(database, sql);
        }
    }

    @Test
    void testsAtTheSameTimeMayNotShareWhatIsResetBetweenThem() {
        assertThat(Engine.failure(SharedAtOnceTestCase.class, PARALLEL))
                .matches("(?s)method .*SharedAtOnceTestCase\\.(one|other)\\(\\) begins while method"
                        + " .*SharedAtOnceTestCase\\.(one|other)\\(\\) runs, and both work with the database that class .*"
                        + "SharedAtOnceTestCase shares\\. .*");
    }

    /** The one that has begun goes on, and finds its rows, when the other has been refused. */
    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    @Execution(ExecutionMode.CONCURRENT)
    @ExtendWith(SharedAtOnceTestCase.Refusals.class)
    static class SharedAtOnceTestCase {

        private static final CountDownLatch REFUSED = new CountDownLatch(1);

        static final class Refusals implements AfterEachCallback {

            @Override
            public void afterEach(ExtensionContext context) {
                context.getExecutionException().ifPresent(refusal -> REFUSED.countDown());
            }
        }

        @BeforeAll
        static void share(DSLContext sql) {
            assertThat(sql.fetchCount(DSL.table("customer"))).isEqualTo(2);
        }

        @Test
        void one(Database database, DSLContext sql) throws InterruptedException {
            goesOn(database, sql);
        }

        @Test
        void other(Database database, DSLContext sql) throws InterruptedException {
            goesOn(database, sql);
        }

        private static void goesOn(Database database, DSLContext sql) throws InterruptedException {
            change(database, sql);
            assertThat(REFUSED.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(sql.fetchCount(DSL.table("customer"))).isEqualTo(3);
        }
    }

    @Test
    void testsOneAfterTheOtherMayShareItAgain() {
        Engine.succeeds(SharedInTurnTestCase.class, 3, PARALLEL);
    }

    @Execution(ExecutionMode.SAME_THREAD)
    static class SharedInTurnTestCase extends SharedTestCase {}

    @Test
    void withoutAResetTestsOfAClassFindWhatTheOthersLeft() {
        Engine.succeeds(NoneTestCase.class, 2);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, reset = Reset.NONE)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class NoneTestCase {

        @BeforeAll
        static void share(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Carol')");
        }

        @Test
        @Order(1)
        void first(DSLContext sql) {
            assertThat(sql.execute("DELETE FROM customer WHERE name = 'Carol'")).isEqualTo(1);
        }

        @Test
        @Order(2)
        void second(DSLContext sql) {
            assertThat(sql.fetch("SELECT FROM customer WHERE name = 'Carol'")).isEmpty();
        }
    }

    @Test
    void aTestFailsThatLeavesWhatItsClassSharesOtherwiseAndTheNextHasANewDatabase() {
        List<Throwable> failures = Engine.failures(Engine.run(SharedSchemaTestCase.class));

        assertThat(failures)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo(
                        """
                        After method %1$s.changesTheSchema(), the database that class %1$s shares cannot be brought back to its\
                         seeded state: its schema has changed.

                          + table public.more    (id integer)

                        Give such tests databases of their own, by asking for them in the test and not in a @BeforeAll method,\
                         or let each test find what the tests before it left, with reset = Reset.NONE.

                        The tests after this one have a new database."""
                                .formatted(SharedSchemaTestCase.class.getName()));
        assertThat(Set.copyOf(NAMES)).hasSize(2);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedSchemaTestCase {

        @SuppressWarnings("NullAway.Init") // set by JUnit
        private static DataSource shared;

        @BeforeAll
        static void share(DataSource source) {
            shared = source;
        }

        @Test
        @Order(1)
        void changesTheSchema(Database database, DSLContext sql) {
            change(database, sql);
            sql.execute("CREATE TABLE more (id int)");
        }

        @RepeatedTest(2)
        @Order(2)
        void findsASeededOne(Database database, DSLContext sql) {
            change(database, DSL.using(shared, SQLDialect.POSTGRES));
            assertThat(sql.fetch("SELECT FROM information_schema.tables WHERE table_name = 'more'"))
                    .isEmpty();
        }
    }

    @Test
    void aTestFailsThatLeavesATransactionOpen() {
        String message = Engine.failure(SharedTransactionTestCase.class);

        assertThat(message.replaceFirst("session \\d+", "session 4711")
                        .replaceAll("session \\d+,", "session 4711,")
                        .replaceAll("for \\d+ seconds", "for 2 seconds")
                        .replaceAll("Tests.java:\\d+", "Tests.java:1"))
                .isEqualTo(
                        """
                        After method %1$s.leavesATransaction(), the database that class %1$s shares cannot be brought back to its\
                         seeded state: the session 4711 (PostgreSQL JDBC Driver) is idle in transaction, for 2 seconds now. Its\
                         last statement is: DELETE FROM purchase

                          session 4711, idle in transaction for 2 seconds: DELETE FROM purchase
                            opened
                              at %1$s.leavesATransaction(ReusedDatabaseTests.java:1)

                        Commit, roll back or close it before the test ends.

                        The tests after this one have a new database."""
                                .formatted(SharedTransactionTestCase.class.getName()));
    }

    /** The next test would wait for it. */
    @Test
    void aTestFailsThatLeavesATableLocked() {
        assertThat(Engine.failure(SharedLockTestCase.class))
                .contains(
                        SharedLockTestCase.class.getName() + " shares",
                        "is idle in transaction",
                        "LOCK TABLE purchase");
    }

    static class SharedLockTestCase extends SharedTransactionTestCase {

        @Override
        String statement() {
            return "LOCK TABLE purchase";
        }
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedTransactionTestCase {

        String statement() {
            return "DELETE FROM purchase";
        }

        @SuppressWarnings("NullAway.Init") // set by JUnit
        private static DataSource shared;

        /** Held until the end, as the driver closes a connection that nobody refers to. */
        @SuppressWarnings("NullAway.Init") // set by the test
        private static Connection left;

        @BeforeAll
        static void share(DataSource source) {
            shared = source;
        }

        @Test
        @Order(1)
        void leavesATransaction() throws SQLException {
            left = shared.getConnection();
            left.setAutoCommit(false);
            DSL.using(left).execute(statement());
        }

        @Test
        @Order(2)
        void findsASeededOne(DSLContext sql) {
            assertThat(sql.fetchCount(DSL.table("purchase"))).isEqualTo(1);
        }

        @AfterAll
        static void close() throws SQLException {
            left.close();
        }
    }

    @Test
    void whatRunsBeforeATestMayLeaveItOtherwiseAsLittle() {
        assertThat(Engine.failure(SharedBeforeTestCase.class))
                .startsWith(
                        "Before method " + SharedBeforeTestCase.class.getName() + ".first(), the database that class "
                                + SharedBeforeTestCase.class.getName()
                                + " shares cannot be brought back to its seeded state: its schema has changed.\n\n  + table public.more")
                .contains("with reset = Reset.NONE. It ran before the test, as @BeforeAll methods do.");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedBeforeTestCase {

        @BeforeAll
        static void share(DSLContext sql) {
            sql.execute("CREATE TABLE more (id int)");
        }

        @Test
        @Order(1)
        void first() {}

        @Test
        @Order(2)
        void second(DSLContext sql) {
            assertThat(sql.fetch("SELECT FROM information_schema.tables WHERE table_name = 'more'"))
                    .isEmpty();
        }
    }
}
