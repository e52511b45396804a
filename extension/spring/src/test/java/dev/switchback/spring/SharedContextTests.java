package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.Reset;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Classes whose settings are equal have one context, whatever their rows are, and each test its own rows. */
class SharedContextTests {

    private static final Set<ApplicationContext> CONTEXTS = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void forget() {
        CONTEXTS.clear();
    }

    @Test
    void classesWithEqualDatabasesShareOneContext() {
        Engine.succeeds(
                9, MigratedTestCase.class, SeededTestCase.class, ChangedSchemaTestCase.class, CopiedTestCase.class);

        assertThat(CONTEXTS).hasSize(1);
    }

    @Test
    void testsOfOneContextRunOneAfterTheOther() {
        Engine.succeeds(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                7,
                MigratedTestCase.class,
                SeededTestCase.class,
                CopiedTestCase.class);

        assertThat(CONTEXTS).hasSize(1);
    }

    @SpringBootTest(classes = ShopApplication.class)
    @TestDatabase
    abstract static class ShopTestCase {

        @Autowired
        Customers customers;

        @Autowired
        JdbcTemplate sql;

        @Autowired
        void remember(ApplicationContext context) {
            CONTEXTS.add(context);
        }
    }

    static class MigratedTestCase extends ShopTestCase {

        @RepeatedTest(2)
        void hasTheRowsOfTheMigrations() {
            assertThat(customers.findAll()).extracting(Customer::name).containsExactly("migrated");
            customers.save(new Customer("left over"));
        }
    }

    @SeededFixtures("customers.yaml")
    static class SeededTestCase extends ShopTestCase {

        @RepeatedTest(2)
        void hasTheRowsOfItsClass(Seeded seeded) {
            assertThat(customers.findAll())
                    .extracting(Customer::name)
                    .containsExactlyInAnyOrder("migrated", "Alice", "Bob");
            customers.deleteById(((Number) seeded.id("customer", "alice")).longValue());
        }

        @Test
        @SeededFixtures("carol.yaml")
        void hasTheRowsOfItsMethodToo() {
            assertThat(customers.findAll())
                    .extracting(Customer::name)
                    .containsExactlyInAnyOrder("migrated", "Alice", "Bob", "Carol");
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class ChangedSchemaTestCase extends ShopTestCase {

        @Test
        @Order(1)
        void changesTheSchema() {
            sql.execute("ALTER TABLE customer ADD COLUMN note text NOT NULL DEFAULT 'new'");
            assertThat(sql.queryForList("SELECT * FROM customer").get(0)).containsKey("note");
        }

        @Test
        @Order(2)
        void findsTheSchemaAsItWas() {
            assertThat(sql.queryForList("SELECT * FROM customer").get(0)).doesNotContainKey("note");
            assertThat(customers.count()).isEqualTo(1);
        }
    }

    @SeededFixtures(value = "customers.yaml", reset = Reset.COPY)
    static class CopiedTestCase extends ShopTestCase {

        @RepeatedTest(2)
        void hasACopy() {
            assertThat(customers.count()).isEqualTo(3);
            customers.deleteAll();
        }
    }
}
