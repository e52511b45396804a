package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Classes that run at the same time have the database of their one context in turns, in methods for all tests of a class, too. */
class TurnsTests {

    private static CountDownLatch written = new CountDownLatch(1);
    private static CompletableFuture<Thread> asking = new CompletableFuture<>();
    private static volatile boolean isHandedOver;

    @BeforeEach
    void forget() {
        written = new CountDownLatch(1);
        asking = new CompletableFuture<>();
        isHandedOver = false;
    }

    @Test
    void aClassDoesNotGetTheDatabaseThatATestOfAnotherHas() {
        Engine.succeeds(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "same_thread",
                        "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "2"),
                4,
                WritingTestCase.class,
                PreparedTestCase.class);
        assertThat(isHandedOver).isTrue();
    }

    @SpringBootTest(classes = ShopApplication.class)
    @TestDatabase
    abstract static class ShopTestCase {

        @Autowired
        Customers customers;
    }

    static class WritingTestCase extends ShopTestCase {

        @Test
        void keepsWhatItHasWrittenWhileAnotherClassAsks() throws Exception {
            customers.save(new Customer("here"));
            written.countDown();
            Thread other = asking.get(2, TimeUnit.MINUTES);
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (other.getState() != Thread.State.WAITING && !isHandedOver && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(isHandedOver).isFalse();
            assertThat(customers.count()).isEqualTo(2);
        }
    }

    abstract static class AskingTestCase extends ShopTestCase {

        /** Methods of a class above run first. */
        @BeforeAll
        static void waitForTheOther() throws InterruptedException {
            assertThat(written.await(2, TimeUnit.MINUTES)).isTrue();
            asking.complete(Thread.currentThread());
        }
    }

    static class PreparedTestCase extends AskingTestCase {

        @BeforeAll
        static void prepare(DataSource database) throws SQLException {
            isHandedOver = true;
            try (var connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO customer VALUES (900, 'prepared')");
            }
        }

        @RepeatedTest(2)
        void testsTakeItOver() {
            assertThat(customers.count()).isEqualTo(1);
        }

        @Nested
        class Inner {

            @Test
            void hasItToo() {
                assertThat(customers.count()).isEqualTo(1);
            }
        }
    }
}
