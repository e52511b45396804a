package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/** A class within another that has an application of its own, and with it a database. */
@SpringBootTest(classes = ShopApplication.class)
@TestDatabase
class NestedContextTests {

    @BeforeAll
    static void ask(Connection connection) throws SQLException {
        assertThat(connection.isClosed()).isFalse();
    }

    @Test
    void runs() {}

    @Nested
    @TestPropertySource(properties = "own=context")
    @TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
    class OfItsOwn {

        private final Customers customers;
        private final DataSource source;

        OfItsOwn(Customers customers, DataSource source) {
            this.customers = customers;
            this.source = source;
        }

        @Test
        void parametersAreOfItsDatabase(Connection connection) throws SQLException {
            try (Connection own = source.getConnection()) {
                assertThat(connection.getCatalog()).isEqualTo(own.getCatalog());
            }
        }

        @Test
        @ExpectedFixtures("dora.yaml")
        void rowsAreExpectedInItsDatabase() {
            customers.save(new Customer("Dora"));
        }
    }
}
