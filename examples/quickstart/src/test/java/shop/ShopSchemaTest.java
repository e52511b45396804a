package shop;

import static dev.switchback.assertions.ForeignKeyAction.RESTRICT;
import static dev.switchback.assertions.SwitchbackAssertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.assertions.SwitchbackSoftAssertions;
import dev.switchback.schema.Schema;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application's demands on the schema that the migrations make. */
@TestDatabase
@ExtendWith(SoftAssertionsExtension.class)
class ShopSchemaTest {

    @Test
    void anOrderIsOpenUnlessSomethingElseIsSaid(Schema schema) {
        assertThat(schema)
                .table("orders")
                .column("status")
                .hasType("order_status")
                .isNotNull()
                .hasDefault("'open'");
    }

    @Test
    void ordersKeepTheirCustomers(Schema schema) {
        assertThat(schema)
                .table("orders")
                .hasIndexOn("customer_id")
                .foreignKeyOn("customer_id")
                .to("customer")
                .onDelete(RESTRICT);
    }

    @Test
    void guestsAreFoundByTheirAddress(Schema schema) {
        assertThat(schema)
                .table("orders")
                .hasCheck("num_nonnulls(customer_id, guest_email) = 1")
                .indexOn("lower(guest_email)")
                .isNotUnique()
                .hasPredicate("guest_email is not null");
    }

    @Test
    void pricesAreKeptByMonth(Schema schema) {
        assertThat(schema)
                .table("price_history")
                .isPartitionedBy("range (valid_from)")
                .and()
                .table("product")
                .trigger("product_price_update")
                .firesAfter("update of price")
                .calls("record_price");
    }

    @Test
    void theWebShopSeesOnlyItsCustomersOrders(Schema schema) {
        assertThat(schema).table("orders").hasRowSecurity().hasPolicy("orders_of_buyer");
    }

    @Test
    void whatTheCheckoutReads(Schema schema, SwitchbackSoftAssertions softly) {
        softly.assertThat(schema)
                .enumType("order_status")
                .containsValues("open", "paid")
                .and()
                .domain("amount")
                .hasType("decimal(12, 2)")
                .hasCheck("value >= 0")
                .and()
                .function("order_total(int8)")
                .returns("numeric")
                .isStable()
                .and()
                .doesNotHaveTable("shopping_cart");
    }
}
