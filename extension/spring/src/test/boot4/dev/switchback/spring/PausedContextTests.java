package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** Spring Framework 7 stops a cached context while tests use another, and starts it again for the next class that needs it. */
class PausedContextTests {

    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    @Test
    void aContextThatWasPausedHasTheRowsOfEachTest() {
        Engine.succeeds(6, BeforeThePauseTestCase.class, OtherContextTestCase.class, AfterThePauseTestCase.class);

        assertThat(EVENTS).startsWith("started", "stopped", "other", "started");
    }

    @SpringBootTest(classes = {ShopApplication.class, Life.class})
    @TestDatabase
    abstract static class PausedTestCase {

        @Autowired
        Customers customers;

        @Autowired
        JdbcTemplate sql;
    }

    static class BeforeThePauseTestCase extends PausedTestCase {

        @RepeatedTest(2)
        void leavesRowsAndChangesTheSchema() {
            assertThat(customers.findAll()).extracting(Customer::name).containsExactly("migrated");
            customers.save(new Customer("left over"));
            sql.execute("ALTER TABLE customer ADD COLUMN note text");
        }
    }

    @SpringBootTest(classes = ShopApplication.class)
    @TestDatabase
    static class OtherContextTestCase {

        @Test
        void runsMeanwhile(@Autowired Customers customers) {
            assertThat(customers.count()).isEqualTo(1);
            EVENTS.add("other");
        }
    }

    @SeededFixtures("customers.yaml")
    static class AfterThePauseTestCase extends PausedTestCase {

        @RepeatedTest(3)
        void hasItsOwnRows() {
            assertThat(customers.findAll())
                    .extracting(Customer::name)
                    .containsExactlyInAnyOrder("migrated", "Alice", "Bob");
            assertThat(sql.queryForList("SELECT * FROM customer").get(0)).doesNotContainKey("note");
            customers.deleteAll();
        }
    }

    static class Life implements SmartLifecycle {

        private boolean isRunning;

        @Override
        public void start() {
            isRunning = true;
            EVENTS.add("started");
        }

        @Override
        public void stop() {
            isRunning = false;
            EVENTS.add("stopped");
        }

        @Override
        public boolean isRunning() {
            return isRunning;
        }
    }
}
