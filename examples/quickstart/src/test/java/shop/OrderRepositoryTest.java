package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of its own for each test, migrated to the newest version: nothing to clean up, nothing to mock. */
@TestDatabase
class OrderRepositoryTest {

    private static final long ALICE = 1;
    private static final long BOB = 2;

    @BeforeEach
    void twoCustomers(DSLContext sql) {
        sql.execute(
                """
                insert into customer (email, name) values ('alice@example.org', 'Alice'), ('bob@example.org', 'Bob');
                insert into orders (number, customer_id, status, placed_at) values
                    ('SO-1', 1, 'open', '2026-03-02 10:00Z'),
                    ('SO-2', 1, 'paid', '2026-03-01 10:00Z'),
                    ('SO-3', 1, 'open', '2026-03-01 09:00Z');
                insert into order_line (order_id, line, sku, quantity, unit_price) values
                    (1, 1, 'GIFT-25', 2, 24.50),
                    (1, 2, 'GIFT-50', 1, 50.00)
                """);
    }

    @Test
    void findsWhatACustomerHasYetToPayOldestFirst(DSLContext sql) {
        assertThat(new OrderRepository(sql).openOrdersOf(ALICE))
                .containsExactly(
                        new OpenOrder("SO-3", BigDecimal.ZERO), new OpenOrder("SO-1", new BigDecimal("99.00")));
    }

    @Test
    void findsNothingForACustomerWithoutOrders(DSLContext sql) {
        assertThat(new OrderRepository(sql).openOrdersOf(BOB)).isEmpty();
    }
}
