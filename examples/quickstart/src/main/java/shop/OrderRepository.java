package shop;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;

/** Orders as the checkout and the customer's account page need them. */
public final class OrderRepository {

    private static final String OPEN_ORDERS =
            """
            select number, order_total(id)
            from orders
            where customer_id = ? and status = 'open'
            order by placed_at
            """;

    private final DSLContext sql;

    public OrderRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The unpaid orders of a customer, the oldest first. */
    public List<OpenOrder> openOrdersOf(long customer) {
        return sql.resultQuery(OPEN_ORDERS, customer)
                .fetch(order -> new OpenOrder(order.get(0, String.class), order.get(1, BigDecimal.class)));
    }
}
