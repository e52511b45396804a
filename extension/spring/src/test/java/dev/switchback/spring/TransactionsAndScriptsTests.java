package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.annotation.Transactional;

/** Spring's own ways stay usable beside the reset. */
@SpringBootTest(classes = ShopApplication.class)
@TestDatabase
@SeededFixtures("customers.yaml")
class TransactionsAndScriptsTests {

    @Autowired
    Customers customers;

    @Test
    @Transactional
    @ExpectedFixtures("after.yaml")
    void rowsThatATransactionHasNotCommittedAreExpected() {
        customers.save(new Customer("Dora"));
    }

    @Test
    @ExpectedFixtures("after.yaml")
    void committedRowsAreExpected() {
        customers.save(new Customer("Dora"));
    }

    @Test
    @Transactional
    void theConnectionOfATestIsThatOfItsTransaction(Connection connection) throws SQLException {
        customers.saveAndFlush(new Customer("Dora"));

        try (ResultSet rows = connection.createStatement().executeQuery("SELECT FROM customer WHERE name = 'Dora'")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    @SeededFixtures({"customers.yaml", "carol.yaml"})
    void aFileThatTheClassNamesTooIsSeededOnce() {
        assertThat(customers.count()).isEqualTo(4);
    }

    @RepeatedTest(2)
    @Sql("insert.sql")
    void scriptsRunAfterTheReset() {
        assertThat(customers.findById(1000L)).isPresent();
        assertThat(customers.count()).isEqualTo(4);
    }

    @RepeatedTest(2)
    @Sql("insert.sql")
    @Transactional
    void scriptsRunInTheTransaction() {
        assertThat(customers.count()).isEqualTo(4);
    }
}
