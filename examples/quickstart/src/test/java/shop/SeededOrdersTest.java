package shop;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.assertions.SwitchbackAssertions.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.SeededFixtures;
import dev.switchback.fixture.Seeded;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Each test begins with the rows of a file, on every machine and every day the same, and gets them by name. */
@SeededFixtures("shop.yaml")
class SeededOrdersTest {

    @Test
    void findsOpenOrders(DSLContext sql, Seeded shop) {
        assertThat(new OrderRepository(sql).openOrdersOf(shop.id("customer", "alice")))
                .containsExactly(
                        new OpenOrder("SO-2", new BigDecimal("12.50")), new OpenOrder("SO-3", BigDecimal.ZERO));
    }

    @Test
    @ExpectedFixtures("after-payment.yaml")
    void paysAnOrder(DSLContext sql, Seeded shop) {
        long order = shop.id("orders", "second");
        sql.execute("insert into payment (order_id, method, paid) values (?, 'card', 12.50)", order);
        sql.execute("update orders set status = 'paid' where id = ?", order);
    }

    @Test
    void takesTheLinesOfAnOrderAlong(DSLContext sql, DataSource database, Seeded shop) {
        sql.execute("delete from orders where id = ?", shop.<Long>id("orders", "second"));

        assertThat(database)
                .table("order_line")
                .hasRowCount(3)
                .doesNotContain(row().with("order_id", shop.id("orders", "second")))
                .and()
                .table("customer")
                .contains(row("alice").with("name", "Alice").matching("phone", "@notNull"));
    }

    @Test
    void readsARow(Seeded shop, Clock clock) {
        assertThat(shop.row("orders", "third").get("placed_at", Instant.class))
                .isEqualTo(clock.instant().minusSeconds(2 * 60 * 60));
    }
}
