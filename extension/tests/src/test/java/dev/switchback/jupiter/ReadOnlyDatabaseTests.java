package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationTest;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests that only read share a database, and one that writes to it fails. */
class ReadOnlyDatabaseTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";

    private static final String ROWS_AND_SEQUENCE = "rows of public.customer, the sequence public.customer_id_seq";

    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    private static final Map<Class<?>, Queue<String>> NAMES = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineExecutionResults oneByOne;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineExecutionResults together;

    /** All on one server, because each run of an engine starts one. */
    @BeforeAll
    static void runAll() {
        oneByOne = run(
                Map.of(),
                InTestsTestCase.class,
                InTheClassTestCase.class,
                RefusedTestCase.class,
                SwitchedOffTestCase.class,
                WritingClassTestCase.class,
                OneWritesTestCase.class,
                MigratingTestCase.class);
        together = run(PARALLEL, ParallelTestCase.class, TogetherTestCase.class);
    }

    private static EngineExecutionResults run(Map<String, String> parameters, Class<?>... testCases) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(SwitchbackParameters.REPORT, "off")
                .configurationParameter(SwitchbackParameters.TEMPLATES, "off")
                .configurationParameters(parameters)
                .selectors(Stream.of(testCases)
                        .map(DiscoverySelectors::selectClass)
                        .toArray(DiscoverySelector[]::new))
                .execute();
    }

    private static List<Throwable> failuresIn(Class<?> testCase, EngineExecutionResults results) {
        return results.allEvents().finished().stream()
                .filter(event ->
                        event.getTestDescriptor().getUniqueId().toString().contains(testCase.getName()))
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                .toList();
    }

    private static void see(Class<?> testCase, String name) {
        NAMES.computeIfAbsent(testCase, absent -> new ConcurrentLinkedQueue<>()).add(name);
    }

    private static Set<String> names(Class<?> testCase) {
        return Set.copyOf(Objects.requireNonNull(NAMES.get(testCase)));
    }

    /** Writes as somebody does who knows how. */
    private static void write(String sql, DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            statement.execute(sql);
        }
    }

    private static String failureOf(String borrower, String change) {
        return borrower + " is read-only, and the database that it shares was written to: " + change
                + ".\n\nThe server refuses writes there, unless a transaction asks for them, as SET TRANSACTION READ WRITE does."
                + " Put @TestDatabase(readOnly = false) where tests write: they get databases of their own."
                + "\n\nThe tests after this one share a new database.";
    }

    @Test
    void allTestsThatWantTheSameShareOneDatabase() {
        assertThat(failuresIn(InTestsTestCase.class, oneByOne)).isEmpty();
        assertThat(failuresIn(InTheClassTestCase.class, oneByOne)).isEmpty();

        assertThat(names(InTestsTestCase.class)).hasSize(1).isEqualTo(names(InTheClassTestCase.class));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @TestDatabase(migrations = SHOP, readOnly = true)
    @SeededFixtures(ROWS)
    @interface Sharing {}

    @Sharing
    static class InTestsTestCase {

        @RepeatedTest(3)
        void reads(DSLContext sql, Database database, Seeded shop) {
            see(InTestsTestCase.class, database.name());
            assertThat(shop.row("customer", "alice").get("name")).isEqualTo("Alice");
            assertThat(sql.fetchCount(DSL.table("customer"))).isEqualTo(2);
        }

        @Test
        @ExpectedFixtures(ROWS)
        void seesTheSchemaAsItIs(Schema schema, Database database) {
            see(InTestsTestCase.class, database.name());
            assertThat(schema.toString()).doesNotContain("read_only");
        }
    }

    @Sharing
    static class InTheClassTestCase {

        @BeforeAll
        static void share(Database database) {
            see(InTheClassTestCase.class, database.name());
        }

        @RepeatedTest(3)
        void reads(DataSource source) throws SQLException {
            try (Connection connection = source.getConnection()) {
                see(InTheClassTestCase.class, connection.getCatalog());
            }
        }
    }

    @Test
    void testsThatRunAtTheSameTimeShareItToo() {
        assertThat(failuresIn(ParallelTestCase.class, together)).isEmpty();

        assertThat(names(ParallelTestCase.class)).hasSize(1);
        assertThat(Objects.requireNonNull(NAMES.get(ParallelTestCase.class))).hasSize(8);
    }

    @TestDatabase(migrations = SHOP, readOnly = true)
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelTestCase {

        @RepeatedTest(8)
        void reads(DSLContext sql) {
            see(ParallelTestCase.class, String.valueOf(sql.fetchValue("SELECT current_database()")));
        }
    }

    @Test
    void theServerRefusesToWriteAndTheFailureSaysWhy() {
        assertThat(failuresIn(RefusedTestCase.class, oneByOne)).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessageContaining("cannot execute INSERT in a read-only transaction");
            assertThat(failure.getSuppressed())
                    .singleElement()
                    .asString()
                    .contains("read-only shared by read-only tests, so that the server refuses to write;"
                            + " @TestDatabase(readOnly = false) gives one of its own");
        });
    }

    @TestDatabase(migrations = SHOP, readOnly = true)
    static class RefusedTestCase {

        @Test
        void inserts(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Eve')");
        }
    }

    @Test
    void whoSwitchesThatOffAndWritesFailsByNameAndTheNextOnesShareANewDatabase() {
        assertThat(failuresIn(SwitchedOffTestCase.class, oneByOne))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        failureOf(method(SwitchedOffTestCase.class, "b_inserts"), ROWS_AND_SEQUENCE),
                        failureOf(
                                method(SwitchedOffTestCase.class, "d_creates"),
                                "something other than rows, such as the schema"),
                        failureOf(
                                method(SwitchedOffTestCase.class, "e_takesANumber"),
                                "the sequence public.customer_id_seq"),
                        failureOf(
                                method(SwitchedOffTestCase.class, "f_makesALargeObject"),
                                "something other than rows, such as the schema"));
        assertThat(names(SwitchedOffTestCase.class)).hasSize(3);
    }

    private static String method(Class<?> type, String name) {
        return "method " + type.getName() + "." + name + "()";
    }

    @TestDatabase(migrations = SHOP, readOnly = true)
    @TestMethodOrder(MethodName.class)
    static class SwitchedOffTestCase {

        @Test
        void a_reads(DSLContext sql) {
            look(sql);
        }

        @Test
        void b_inserts(DataSource source) throws SQLException {
            write("INSERT INTO customer (name) VALUES ('Eve')", source);
        }

        @Test
        void c_reads(DSLContext sql) {
            look(sql);
        }

        @Test
        void d_creates(DataSource source) throws SQLException {
            write("CREATE TABLE mine (id int)", source);
        }

        @Test
        void e_takesANumber(DataSource source) throws SQLException {
            write("SELECT nextval('customer_id_seq')", source);
        }

        @Test
        void f_makesALargeObject(DataSource source) throws SQLException {
            write("SELECT lo_create(4711)", source);
        }

        @Test
        void g_rollsBack(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION READ WRITE");
                statement.execute("INSERT INTO purchase (customer_id) SELECT id FROM customer");
            }
            connection.rollback();
        }

        @Test
        void h_reads(DSLContext sql) {
            look(sql);
        }

        private static void look(DSLContext sql) {
            see(SwitchedOffTestCase.class, String.valueOf(sql.fetchValue("SELECT current_database()")));
            assertThat(sql.fetchCount(DSL.table("customer"))).isZero();
        }
    }

    @Test
    void aClassThatWritesFailsByNameAndGoesOnWithAnotherDatabase() {
        assertThat(failuresIn(WritingClassTestCase.class, oneByOne))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        failureOf("class " + WritingClassTestCase.class.getName(), ROWS_AND_SEQUENCE),
                        failureOf(method(WritingClassTestCase.class, "b_writes"), ROWS_AND_SEQUENCE));
    }

    @TestDatabase(migrations = SHOP, readOnly = true)
    @TestMethodOrder(MethodName.class)
    static class WritingClassTestCase {

        @SuppressWarnings("NullAway.Init") // set by JUnit
        private static DataSource ofTheClass;

        @BeforeAll
        static void writes(DataSource source) throws SQLException {
            ofTheClass = source;
            write("INSERT INTO customer (name) VALUES ('Eve')", source);
        }

        @Test
        void a_isToldOfIt() {}

        @Test
        void b_writes() throws SQLException {
            write("INSERT INTO customer (name) VALUES ('Eve')", ofTheClass);
        }

        @Test
        void c_reads(DSLContext sql) throws SQLException {
            try (Connection connection = ofTheClass.getConnection()) {
                assertThat(connection.getCatalog()).isEqualTo(sql.fetchValue("SELECT current_database()"));
            }
            assertThat(sql.fetchCount(DSL.table("customer"))).isZero();
        }
    }

    @Test
    void whereItCannotBeToldWhichOfSeveralHasWrittenAllThatMayHaveAreNamed() {
        assertThat(failuresIn(TogetherTestCase.class, together)).hasSize(2).allSatisfy(failure -> assertThat(failure)
                .hasMessageContaining("was written to, by it or by others that ran at the same time: "
                        + ROWS_AND_SEQUENCE + ".\n\n  method " + TogetherTestCase.class.getName()));
    }

    @TestDatabase(migrations = SHOP, target = "2", readOnly = true) // another database than the test case beside it
    @Execution(ExecutionMode.CONCURRENT)
    static class TogetherTestCase {

        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void writes(DataSource source) throws Exception {
            BOTH.await(60, TimeUnit.SECONDS);
            write("INSERT INTO customer (name) VALUES ('Eve')", source);
            BOTH.await(60, TimeUnit.SECONDS);
        }

        @Test
        void reads(DSLContext sql) throws Exception {
            sql.fetch("SELECT FROM customer");
            BOTH.await(60, TimeUnit.SECONDS);
            BOTH.await(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aMethodMaySayThatItWrites() {
        assertThat(failuresIn(OneWritesTestCase.class, oneByOne)).isEmpty();

        assertThat(names(OneWritesTestCase.class)).hasSize(2);
    }

    @TestDatabase(migrations = SHOP, readOnly = true)
    static class OneWritesTestCase {

        @BeforeAll
        static void share(Database database) {
            see(OneWritesTestCase.class, database.name());
        }

        @Test
        @TestDatabase(readOnly = false)
        void writes(DSLContext sql, Database database) {
            see(OneWritesTestCase.class, database.name());
            sql.execute("INSERT INTO customer (name) VALUES ('Eve')");
        }

        @Test
        void reads(DSLContext sql) {
            assertThatThrownBy(() -> sql.execute("DELETE FROM customer")).hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void theTestOfAMigrationCannotOnlyRead() {
        assertThat(failuresIn(MigratingTestCase.class, oneByOne))
                .extracting(Throwable::getMessage)
                .containsExactly("@TestDatabase(readOnly) on " + method(MigratingTestCase.class, "migrates")
                        + ": a @MigrationTest migrates its database and so writes to it; put @TestDatabase(readOnly = false) on"
                        + " the method");
    }

    @TestDatabase(migrations = SHOP, readOnly = true)
    static class MigratingTestCase {

        @MigrationTest(from = "1", to = "2")
        void migrates(DSLContext sql) {}
    }
}
