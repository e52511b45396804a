package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** JUnit's report has the times of an application's database, too: those of its start are the class's. */
class TestTimesTests {

    @Test
    void theClassPaysForServerAndMigrationsAndItsFirstTestForTheRows() {
        List<Set<String>> times = Engine.run(Map.of("switchback.cache", "off"), SeededTestCase.class)
                .allEvents()
                .reportingEntryPublished()
                .stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .<Set<String>>map(entry -> new TreeSet<>(entry.keySet()))
                .toList();

        assertThat(times)
                .containsExactly(
                        Set.of("switchback.seed", "switchback.reset"),
                        Set.of("switchback.reset"),
                        Set.of("switchback.reset"),
                        Set.of("switchback.provision", "switchback.migrate"));
    }

    @SpringBootTest(classes = ShopApplication.class)
    @TestDatabase
    @SeededFixtures("customers.yaml")
    static class SeededTestCase {

        @Autowired
        Customers customers;

        @RepeatedTest(3)
        void changes() {
            customers.save(new Customer("Eve"));
        }
    }
}
