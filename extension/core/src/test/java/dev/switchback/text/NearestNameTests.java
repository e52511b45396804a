package dev.switchback.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTests {

    @ParameterizedTest
    @CsvSource({
        "ordrs, orders",
        "order, orders",
        "Alice, alice",
        "alcie, alice",
        "customerid, customer_id",
        "customer-id, customer_id",
        "custmer_id, customer_id",
        "public.custmer, public.customer",
        "publc.customer, public.customer",
        "round-trip.tim-limit, round-trip.time-limit",
        "round-trip.timelimit, round-trip.time-limit",
        "fixtures.seeds, fixtures.seed",
        "billing_adress, billing_address",
        "bilingaddress, billing_address",
        "column-droped, column-dropped",
        "queries/v40/ordres.sql, queries/v40/orders.sql",
        "a1, a2",
        "embedded-postgres.binary, embedded-postgres.binaries",
    })
    void aNameWithAMistakeInItIsNear(String written, String name) {
        assertThat(NearestName.question(written, List.of(name))).isEqualTo(" Did you mean " + name + "?");
    }

    @ParameterizedTest
    @CsvSource({
        "round-trip.tim-limit, round-trip.row-hints",
        "round-trip.cach, round-trip.mode",
        "round-trip.cach, round-trip.from",
        "fixtures.seeds, fixtures.reset",
        "fixtures.seeds, fixtures.clock",
        "customer_name, customer_id",
        "customer_email_address, purchase_email_address",
        "shop_order_position_a, shop_order_delivery_a",
        "embedded-postgres.binary, embedded-postgres.folder",
        "com.example.orders, com.example.people",
        "order, order_lines",
        "id, at",
    })
    void whatTwoNamesHaveInCommonMakesThemNoNearer(String written, String name) {
        assertThat(NearestName.question(written, List.of(name))).isEmpty();
    }

    @Test
    void theNearestComesFirstAndThereAreThreeAtMost() {
        assertThat(NearestName.question("item", List.of("iten", "items", "item_", "stem", "itme", "tem")))
                .matches(" Did you mean \\w+ or \\w+ or \\w+\\?");
        assertThat(NearestName.question("custmer", List.of("custom", "customer", "costumer")))
                .startsWith(" Did you mean customer");
    }

    @Test
    void aGuessIsTheOnlyNearOne() {
        assertThat(NearestName.guess("ordrs", List.of("orders", "customer"))).contains("orders");
        assertThat(NearestName.guess("ordrs", List.of("orders", "ordas"))).isEmpty();
    }
}
