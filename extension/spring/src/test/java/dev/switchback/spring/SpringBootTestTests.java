package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(classes = ShopApplication.class)
@TestDatabase
class SpringBootTestTests {

    @Autowired
    Customers customers;

    @Autowired
    JdbcTemplate sql;

    @RepeatedTest(3)
    void eachTestFindsTheRowsOfTheMigrationsOnly() {
        assertThat(customers.findAll()).extracting(Customer::name).containsExactly("migrated");

        customers.save(new Customer("written by the test"));
    }

    @Test
    void parametersLeadToTheDatabaseOfTheApplication(DataSource parameter) {
        customers.save(new Customer("written by the application"));

        assertThat(new JdbcTemplate(parameter).queryForList("SELECT name FROM customer ORDER BY id", String.class))
                .containsExactly("migrated", "written by the application");
    }
}
