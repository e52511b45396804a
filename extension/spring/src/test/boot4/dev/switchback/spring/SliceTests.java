package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** Slices keep the test database; H2, which is on the class path, does not take its place. */
class SliceTests {

    @Nested
    @DataJpaTest
    @ContextConfiguration(classes = ShopApplication.class)
    @TestDatabase
    @SeededFixtures("customers.yaml")
    class OfJpa {

        @Autowired
        Customers customers;

        @Test
        @ExpectedFixtures("after.yaml")
        void itsTransactionIsCompared() {
            customers.save(new Customer("Dora"));
        }

        @RepeatedTest(2)
        void itsTransactionIsRolledBack() {
            assertThat(customers.count()).isEqualTo(3);
            customers.deleteAll();
        }
    }

    @Nested
    @JdbcTest
    @ContextConfiguration(classes = ShopApplication.class)
    @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.ANY)
    @TestDatabase
    class OfJdbc {

        @Autowired
        JdbcTemplate sql;

        @Test
        void isOnTheTestDatabase(Database database) {
            assertThat(sql.queryForObject("SELECT current_database()", String.class))
                    .isEqualTo(database.name());
            assertThat(sql.queryForObject("SELECT name FROM customer", String.class))
                    .isEqualTo("migrated");
        }
    }
}
