package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** An application that Liquibase migrates. */
@SpringBootTest(
        classes = ShopApplication.class,
        properties = {
            "spring.flyway.enabled=false",
            "spring.liquibase.enabled=true",
            "spring.liquibase.change-log=classpath:db/changelog/shop.sql",
            "spring.liquibase.url=jdbc:postgresql://127.0.0.1:1/elsewhere",
            "spring.liquibase.user=migrator"
        })
@TestDatabase
class LiquibaseTests {

    @Autowired
    Customers customers;

    @RepeatedTest(2)
    void everyTestBeginsWithTheRowsOfTheChangelog() {
        assertThat(customers.findAll()).extracting(Customer::name).containsExactly("by Liquibase");
        customers.deleteAll();
    }

    @Test
    @SeededFixtures("customers.yaml")
    void fixturesComeOnTop() {
        assertThat(customers.findAll())
                .extracting(Customer::name)
                .containsExactlyInAnyOrder("by Liquibase", "Alice", "Bob");
    }
}
