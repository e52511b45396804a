package dev.switchback.schema;

import static dev.switchback.schema.Samples.column;
import static dev.switchback.schema.Samples.index;
import static dev.switchback.schema.Samples.object;
import static dev.switchback.schema.Samples.schema;
import static dev.switchback.schema.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SchemaTests {

    private static final Schema SHOP = schema(
            table("orders"),
            column("orders", 1, "id", "bigint", "not null"),
            column("orders", 2, "customer", "bigint", ""),
            index("orders", "orders_customer_idx", "customer"),
            table("order_lines"),
            column("order_lines", 1, "id", "bigint", "not null"),
            table("customer"),
            object(ObjectName.of(ObjectKind.TABLE, "audit", "customer"), "", Map.of()),
            object(ObjectName.of(ObjectKind.SCHEMA, "", "audit"), "", Map.of()),
            object(
                    ObjectName.of(ObjectKind.SEQUENCE, "public", "orders_id_seq"),
                    "",
                    Map.of("owned by", "public.orders.id")));

    @Nested
    class Finding {

        @Test
        void takesAsMuchOfTheNameAsIsNeeded() {
            assertThat(SHOP.find(ObjectKind.TABLE, "orders")).isPresent();
            assertThat(SHOP.find(ObjectKind.TABLE, "audit.customer")).isPresent();
            assertThat(SHOP.find(ObjectKind.COLUMN, "orders.id")).isPresent();
            assertThat(SHOP.find(ObjectKind.COLUMN, "public.orders.id")).isPresent();
            assertThat(SHOP.find(ObjectKind.VIEW, "orders")).isEmpty();
        }

        @Test
        void listsTheNearestNames() {
            assertThatThrownBy(() -> SHOP.table("ordrs"))
                    .hasMessage(
                            "There is no table ordrs. Nearest are: public.orders, public.order_lines, audit.customer.");
            assertThatThrownBy(() -> SHOP.table("orders").column("customr"))
                    .hasMessage("There is no column customr. Nearest are: public.orders.customer, public.orders.id.");
            assertThatThrownBy(() -> SHOP.get(ObjectKind.VIEW, "orders"))
                    .hasMessage("There is no view orders; the schema has none of this kind.");
        }

        @Test
        void refusesToGuess() {
            assertThatThrownBy(() -> SHOP.table("customer"))
                    .hasMessage("Several objects are meant by table customer: audit.customer, public.customer. "
                            + "Use a qualified name.");
        }

        @Test
        void leadsFromATableToWhatItHas() {
            Table orders = SHOP.table("orders");
            assertThat(orders.columns())
                    .extracting(column -> column.name().name())
                    .containsExactly("id", "customer");
            assertThat(orders.indexes()).hasSize(1);
            assertThat(orders.column("id").attribute("nullability")).isEqualTo("not null");
        }
    }

    @Nested
    class Without {

        @Test
        void aTableGoesWithAllThatBelongsToIt() {
            assertThat(SHOP.without("public.ord*s").objects())
                    .extracting(object -> object.name().qualified())
                    .containsExactly("audit", "audit.customer", "public.customer");
        }

        @Test
        void aSchemaGoesWithEverythingInIt() {
            assertThat(SHOP.without("audit").objects(ObjectKind.TABLE)).hasSize(3);
            assertThat(SHOP.without("audit").find(ObjectKind.SCHEMA, "audit")).isEmpty();
        }

        @Test
        void aColumnGoesAloneEvenIfATableHasItsName() {
            Schema shop = schema(
                    table("orders"),
                    column("orders", 1, "customer", "bigint", ""),
                    table("customer"),
                    column("customer", 1, "id", "bigint", ""));

            assertThat(shop.without("public.orders.customer").objects())
                    .extracting(object -> object.name().qualified())
                    .containsExactly("public.customer", "public.customer.id", "public.orders");
        }

        @Test
        void saysWhatWasLeftOut() {
            assertThat(SHOP.without("b.*", "a.*").notInspected())
                    .containsExactly("objects excluded by pattern a.*", "objects excluded by pattern b.*");
        }
    }

    @Test
    void keepsWhatBelongsTogetherTogether() {
        assertThat(SHOP.objects())
                .extracting(object -> object.name().toString())
                .containsSequence(
                        "table public.orders",
                        "column public.orders.customer",
                        "column public.orders.id",
                        "index public.orders_customer_idx");
    }

    @Test
    void someObjectsAreReplaced() {
        Schema now = SHOP.with(
                List.of(SHOP.get(ObjectKind.TABLE, "public.customer"), SHOP.get(ObjectKind.COLUMN, "orders.customer")),
                List.of(column("orders", 2, "buyer", "bigint", ""), table("buyer")));

        assertThat(now)
                .isEqualTo(schema(
                        table("buyer"),
                        table("orders"),
                        column("orders", 1, "id", "bigint", "not null"),
                        column("orders", 2, "buyer", "bigint", ""),
                        index("orders", "orders_customer_idx", "customer"),
                        table("order_lines"),
                        column("order_lines", 1, "id", "bigint", "not null"),
                        SHOP.get(ObjectKind.TABLE, "audit.customer"),
                        SHOP.get(ObjectKind.SCHEMA, "audit"),
                        SHOP.get(ObjectKind.SEQUENCE, "orders_id_seq")));
    }

    @Test
    void refusesTwoObjectsOfOneName() {
        String message = "Two objects are called table public.orders.";

        assertThatThrownBy(() -> schema(table("orders"), table("orders"))).hasMessage(message);
        assertThatThrownBy(() -> SHOP.with(List.of(), List.of(table("orders")))).hasMessage(message);
    }
}
