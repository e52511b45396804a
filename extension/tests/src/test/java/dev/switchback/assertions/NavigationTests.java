package dev.switchback.assertions;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** True statements about a schema hold, in the words of who wrote it, and false ones fail. */
@ExtendWith(ShopSchema.class)
class NavigationTests {

    @Test
    void ofASchema(Schema schema) {
        assertThat(schema)
                .hasTable("customer")
                .hasTable("public.orders")
                .doesNotHaveTable("order_totals")
                .hasView("order_totals")
                .doesNotHaveView("customer")
                .hasMaterializedView("stock_level")
                .doesNotHaveMaterializedView("order_totals")
                .hasSequence("free_seq")
                .doesNotHaveSequence("orders_id_seq")
                .hasEnumType("order_status")
                .doesNotHaveEnumType("amount")
                .hasDomain("amount")
                .doesNotHaveDomain("order_status")
                .hasCompositeType("address")
                .doesNotHaveCompositeType("orders")
                .hasFunction("total")
                .hasFunction("total(int4)")
                .hasFunction("public.total(int, varchar)")
                .doesNotHaveFunction("total(text)")
                .hasProcedure("tidy_up")
                .hasProcedure("tidy_up()")
                .doesNotHaveProcedure("total")
                .hasExtension("plpgsql")
                .doesNotHaveExtension("postgis")
                .has(ObjectKind.SCHEMA, "audit")
                .doesNotHave(ObjectKind.SCHEMA, "shop");
    }

    @Test
    void byNamesInQuotesAndInParts(Schema schema) {
        assertThat(schema)
                .table("\"public\".\"orders\"")
                .hasColumn("orders.id")
                .column("\"number\"")
                .isNotNull()
                .and()
                .trigger("orders.orders_audit")
                .calls("record_change()")
                .and()
                .and()
                .has(ObjectKind.COLUMN, "customer.email")
                .doesNotHave(ObjectKind.COLUMN, "omer.email");
    }

    @Test
    void ofViews(Schema schema) {
        assertThat(schema)
                .view("order_totals")
                .hasOnlyColumnsInOrder("customer_id", "number")
                .hasDefinition(
                        "select customer_id, count(*) as number from orders where status != 'new' group by customer_id")
                .isSecurityInvoker()
                .hasOption("security_invoker", "true")
                .doesNotHaveTrigger("totals_insert")
                .column("number")
                .hasType("bigint")
                .and()
                .and()
                .view("plain_view")
                .isNotSecurityInvoker()
                .doesNotHaveOption("security_barrier")
                .hasTrigger("totals_insert")
                .trigger("totals_insert")
                .firesInsteadOf("insert");
    }

    @Test
    void ofSequencesAndTypes(Schema schema) {
        assertThat(schema)
                .sequence("order_number_seq")
                .hasType("int")
                .incrementsBy(5)
                .hasMinimum(10)
                .hasMaximum(9000)
                .startsWith(1000)
                .hasCache(7)
                .cycles()
                .isOwnedByColumn("orders.number")
                .and()
                .sequence("free_seq")
                .hasCache(1)
                .doesNotCycle()
                .isOwnedByNoColumn()
                .and()
                .enumType("order_status")
                .hasValues("new", "paid", "shipped", "it's gone")
                .containsValues("shipped", "paid")
                .doesNotContainValues("lost")
                .grants("public", "usage")
                .and()
                .domain("amount")
                .hasType("decimal(12,2)")
                .doesNotHaveType("decimal(12,3)")
                .isNotNull()
                .hasDefault("0")
                .hasCheck("value >= 0")
                .doesNotHaveCheck("value > 0")
                .check("amount_not_negative")
                .hasExpression("VALUE >= 0")
                .and()
                .and()
                .domain("note")
                .isNullable()
                .hasNoDefault()
                .and()
                .compositeType("address")
                .hasOnlyColumns("town", "street")
                .column("town")
                .hasType("varchar(80)");
    }

    @Test
    void ofRoutinesAndExtensions(Schema schema) {
        assertThat(schema)
                .function("total(int)")
                .returns("numeric")
                .hasLanguage("sql")
                .isStable()
                .isStrict()
                .isSecurityDefiner()
                .hasSetting("work_mem", "8MB")
                .hasBodyContaining("1.0")
                .doesNotGrant("public", "execute")
                .and()
                .function("total(integer, character varying)")
                .isImmutable()
                .isNotStrict()
                .isSecurityInvoker()
                .grants("public", "execute")
                .and()
                .function("record_change")
                .isVolatile()
                .returns("trigger")
                .and()
                .procedure("tidy_up")
                .hasLanguage("plpgsql")
                .and()
                .extension("plpgsql")
                .hasVersion("1.0")
                .isInSchema("pg_catalog");
    }
}
