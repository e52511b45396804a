package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.Switchback;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import dev.switchback.provision.Database;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededFixturesTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";
    private static final String MORE = "jupiter/seeded/more.yaml";
    private static final String OTHER = "jupiter/seeded/other.yaml";

    private static List<String> names(DSLContext sql) {
        return sql.fetch("SELECT name FROM customer ORDER BY name").into(String.class);
    }

    @Test
    void everyTestBeginsWithTheRows() {
        Engine.succeeds(EveryTestTestCase.class, 5);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class EveryTestTestCase {

        @RepeatedTest(3)
        void deletes(DSLContext sql, Seeded shop) {
            assertThat(sql.execute("DELETE FROM purchase WHERE id = ?", shop.<Integer>id("purchase", "first")))
                    .isEqualTo(1);
            assertThat(sql.execute("DELETE FROM customer")).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Eve", "Fay"})
        void inserts(String name, DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES (?)", name);
            assertThat(names(sql)).containsExactly("Alice", "Bob", name);
        }
    }

    @Test
    void testsInParallelDoNotMeet() {
        Engine.succeeds(
                ParallelTestCase.class,
                8,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "4"));
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelTestCase {

        @RepeatedTest(8)
        void inserts(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Eve')");
            assertThat(names(sql)).containsExactly("Alice", "Bob", "Eve");
        }
    }

    @Test
    void whatAMethodNamesIsAddedToWhatItsClassNames() {
        Engine.succeeds(MethodTestCase.class, 3);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class MethodTestCase {

        @Test
        @SeededFixtures(MORE)
        void more(DSLContext sql, Seeded shop) {
            assertThat(names(sql)).containsExactly("Alice", "Bob", "Carol");
            assertThat(shop.labels("customer")).containsExactly("alice", "bob", "carol");
        }

        @Test
        @SeededFixtures(MORE)
        @SeededFixtures(OTHER)
        void twice(DSLContext sql) {
            assertThat(names(sql)).containsExactly("Alice", "Bob", "Carol", "Dora");
        }

        @Test
        void asTheClassSays(DSLContext sql) {
            assertThat(names(sql)).containsExactly("Alice", "Bob");
        }
    }

    @Test
    void anAnnotationOfOnesOwnCarriesIt() {
        Engine.succeeds(ComposedTestCase.class, 2);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @TestDatabase(migrations = SHOP)
    @SeededFixtures({ROWS, MORE})
    @interface Shop {}

    static class ComposedTestCase {

        @Test
        @Shop
        void onAMethod(DSLContext sql) {
            assertThat(names(sql)).containsExactly("Alice", "Bob", "Carol");
        }

        @Nested
        @Shop
        class OnAClass {

            @Test
            void test(DSLContext sql) {
                assertThat(names(sql)).containsExactly("Alice", "Bob", "Carol");
            }
        }
    }

    @Test
    void itIsInheritedAndHoldsForNestedClasses() {
        Engine.succeeds(InheritingTestCase.class, 3);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    abstract static class BaseTestCase {

        @Test
        void inherited(DSLContext sql) {
            assertThat(names(sql)).contains("Alice", "Bob");
        }
    }

    @SeededFixtures(MORE)
    static class InheritingTestCase extends BaseTestCase {

        @Test
        void both(DSLContext sql) {
            assertThat(names(sql)).containsExactly("Alice", "Bob", "Carol");
        }

        @Nested
        @SeededFixtures(OTHER)
        class Inner {

            @Test
            void allThree(DSLContext sql) {
                assertThat(names(sql)).containsExactly("Alice", "Bob", "Carol", "Dora");
            }
        }
    }

    @Test
    void theDatabaseMayBeSetUpInCode() {
        Engine.succeeds(InCodeTestCase.class, 1);
    }

    @SeededFixtures(ROWS)
    static class InCodeTestCase {

        @RegisterExtension
        static final Switchback db = Switchback.builder().migrations(SHOP).build();

        @Test
        void test(DSLContext sql) {
            assertThat(names(sql)).containsExactly("Alice", "Bob");
        }
    }

    @Test
    void theDefaultsOfATestDatabaseAreEnough() {
        Engine.succeeds(WithoutTestDatabaseTestCase.class, 1, Map.of(SwitchbackParameters.MIGRATIONS, SHOP));
    }

    @SeededFixtures(ROWS)
    static class WithoutTestDatabaseTestCase {

        @Test
        void test(DSLContext sql) {
            assertThat(names(sql)).containsExactly("Alice", "Bob");
        }
    }

    @Test
    void rowsOfAnEarlierVersionGoThroughTheLaterMigrations() {
        Engine.succeeds(EarlierVersionTestCase.class, 1);
    }

    @TestDatabase(migrations = "classpath:jupiter/rename")
    @SeededFixtures(value = "jupiter/seeded/other.yaml", at = "1")
    @SeededFixtures("jupiter/seeded/renamed.yaml")
    static class EarlierVersionTestCase {

        @Test
        void test(DSLContext sql, Seeded shop) {
            assertThat(sql.fetch("SELECT full_name FROM customer ORDER BY 1").into(String.class))
                    .containsExactly("DORA", "Emil", "Frida");
            assertThat(shop.labels("customer")).containsExactly("dora", "emil");
        }
    }

    @Test
    void everyPlaceThatTakesParametersTakesSeeded() {
        Engine.succeeds(PlacesTestCase.class, 1);
        Engine.succeeds(PerClassTestCase.class, 2);
        assertThat(PerClassTestCase.names).hasSize(1);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class PlacesTestCase {

        private final int alice;

        PlacesTestCase(Seeded shop, Clock clock) {
            alice = shop.id("customer", "alice");
            assertThat(clock).isEqualTo(shop.clock());
        }

        @BeforeAll
        static void beforeAll(Seeded shop, Clock clock) {
            assertThat(shop.row("customer", "alice").get("name", String.class)).isEqualTo("Alice");
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
        }

        @BeforeEach
        void beforeEach(Seeded shop) {
            assertThat(shop.<Integer>id("customer", "alice")).isEqualTo(alice);
        }

        @Test
        void test(Seeded shop, Clock clock) {
            assertThat(shop.<Integer>id("customer", "alice")).isEqualTo(alice);
            assertThat(clock).isEqualTo(shop.clock());
        }

        @AfterEach
        void afterEach(Seeded shop) {
            assertThat(shop.<Integer>id("customer", "alice")).isEqualTo(alice);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class PerClassTestCase {

        static final Set<String> names = ConcurrentHashMap.newKeySet();

        PerClassTestCase(Seeded shop, Database database) {
            assertThat(shop.<Integer>id("customer", "alice")).isPositive();
            names.add(database.name());
        }

        @RepeatedTest(2)
        void test(Seeded shop, Database database) {
            assertThat(shop.row("customer", "alice").get("name", String.class)).isEqualTo("Alice");
            names.add(database.name());
        }
    }

    @Test
    void aCopyAndTwoThatAreResetServeAllTestsOneAfterTheOther() {
        ManyTestCase.names.clear();

        Engine.succeeds(ManyTestCase.class, 30);

        assertThat(ManyTestCase.names).hasSizeBetween(2, 3);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class ManyTestCase {

        static final Set<String> names = ConcurrentHashMap.newKeySet();

        @RepeatedTest(30)
        void test(Database database, DSLContext sql) {
            names.add(database.name());
            assertThat(names(sql)).containsExactly("Alice", "Bob");
            sql.execute("UPDATE customer SET name = name || ' of ' || current_database()");
        }
    }

    @Test
    void theNearestClockAndSeedCount() {
        Engine.succeeds(ClockTestCase.class, 3);
        Engine.succeeds(
                ParametersTestCase.class,
                1,
                Map.of(SwitchbackParameters.FIXTURES_CLOCK, "2024-02-29", SwitchbackParameters.FIXTURES_SEED, "-7"));
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, clock = "2026-03-01T09:00:00+01:00", seed = 42)
    static class ClockTestCase {

        @Test
        void ofTheClass(Clock clock, Seeded shop) {
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
            assertThat(shop.settings().seed()).isEqualTo(42);
        }

        @Test
        @SeededFixtures(value = MORE, clock = "2026-04-01")
        void ofTheMethod(Clock clock, Seeded shop) {
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-04-01T12:00:00Z"));
            assertThat(shop.settings().seed()).isEqualTo(42);
        }

        @Test
        @SeededFixtures(value = MORE, seed = 0)
        void seedOfTheMethod(Clock clock, Seeded shop) {
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
            assertThat(shop.settings().seed()).isZero();
        }
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class ParametersTestCase {

        @Test
        void test(Seeded shop) {
            assertThat(shop.clock().instant()).isEqualTo(Instant.parse("2024-02-29T12:00:00Z"));
            assertThat(shop.settings().seed()).isEqualTo(-7);
        }
    }

    @Test
    void chanceIsTheSameInEveryRunAndAnotherInEveryTest() {
        Engine.succeeds(RandomTestCase.class, 2);
        Engine.succeeds(RandomTestCase.class, 2);
        assertThat(RandomTestCase.drawn).hasSize(2);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class RandomTestCase {

        static final Set<Long> drawn = ConcurrentHashMap.newKeySet();

        @Test
        void one(Seeded shop) {
            drawn.add(shop.random().nextLong());
        }

        @Test
        void two(Seeded shop) {
            drawn.add(shop.random().nextLong());
            drawn.add(shop.random().nextLong());
        }
    }
}
