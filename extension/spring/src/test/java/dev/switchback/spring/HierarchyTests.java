package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextHierarchy;
import org.springframework.transaction.annotation.Transactional;

/** The application of a test in the child of a context, which has the database: its pool, its JPA and its transactions are known. */
@SpringBootTest
@ContextHierarchy({
    @ContextConfiguration(classes = HierarchyTests.Root.class),
    @ContextConfiguration(classes = ShopApplication.class)
})
@TestDatabase
@SeededFixtures("customers.yaml")
class HierarchyTests {

    @Configuration(proxyBeanMethods = false)
    static class Root {}

    @Autowired
    Customers customers;

    @Test
    @Transactional
    @ExpectedFixtures("after.yaml")
    void rowsThatATransactionHasNotCommittedAreExpected() {
        customers.save(new Customer("Dora"));
    }

    @RepeatedTest(2)
    void idsBeginAnew() {
        assertThat(customers.save(new Customer("Dora")).id()).isEqualTo(2);
    }
}
