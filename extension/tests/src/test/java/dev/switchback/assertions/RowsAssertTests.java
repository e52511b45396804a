package dev.switchback.assertions;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.assertions.SwitchbackAssertions.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.Seeded;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.math.BigDecimal;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class RowsAssertTests {

    private static final Fixtures SHOP = Fixtures.table("customer")
            .row("alice")
            .set("name", "Alice")
            .row("bob")
            .set("name", "Bob")
            .table("orders")
            .row("first")
            .ref("customer_id", "alice")
            .set("total", new BigDecimal("12.50"))
            .set("status", "open")
            .build();

    private final Database database;
    private final DSLContext sql;
    private final DataSource source;
    private final Seeded shop;

    RowsAssertTests(Server server) {
        database = server.create();
        source = database.dataSource();
        sql = DSL.using(source, SQLDialect.POSTGRES);
        sql.execute(
                """
                create table customer (id bigint generated always as identity primary key, name text not null);
                create table orders (id bigint generated always as identity primary key, customer_id bigint references customer,
                    total numeric, status text, placed timestamptz default now())""");
        shop = SHOP.into(source);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rowsAreCounted() {
        assertThat(source).table("customer").hasRowCount(2).isNotEmpty();
        sql.execute("delete from orders");
        assertThat(source).table("orders").isEmpty().hasRowCount(0);

        assertThatThrownBy(() -> assertThat(source).table("customer").hasRowCount(3))
                .hasMessage("[table customer] Expecting 3 rows, but there are 2.");
        assertThatThrownBy(() -> assertThat(source).table("orders").isNotEmpty())
                .hasMessage("[table orders] Expecting rows, but there are none.");
    }

    @Test
    void rowsAreComparedByLabelAndByValues() {
        sql.execute("insert into customer (name) values ('Carl')");

        assertThat(source)
                .with(shop)
                .table("customer")
                .containsOnly(row("bob"), row("alice").with("name", "Alice"), row().with("name", "Carl"))
                .contains(row().with("name", "Carl"))
                .doesNotContain(row("alice").with("name", "Bob"), row().with("name", "Dora"))
                .and()
                .table("orders")
                .containsOnly(row("first")
                        .with("total", new BigDecimal("12.5"))
                        .matching("customer_id", "$alice")
                        .matching("placed", "@notNull"));
    }

    @Test
    void allThatDiffersIsTold() {
        sql.execute("update orders set total = 13, status = null");
        sql.execute("insert into orders (status) values ('paid')");

        assertThatThrownBy(() -> assertThat(source)
                        .with(shop)
                        .table("orders")
                        .ignoring("placed")
                        .containsOnly(
                                row("first")
                                        .with("total", new BigDecimal("12.50"))
                                        .with("status", "open")
                                        .matching("placed", "@any"),
                                row().with("status", "sent").with("total", 7)))
                .hasMessage(
                        """
                        [table orders] The rows are not the expected ones

                          table public.orders: 2 rows expected, 2 found; 1 differs, 1 is missing, 1 is not expected

                              row     column   expected   actual
                            ~ first   total    12.50      13       dev.switchback.assertions.RowsAssertTests:99
                                      status   open       null
                            - a row   total    7                   dev.switchback.assertions.RowsAssertTests:103
                                      status   sent
                            + 1       total               null
                                      status              paid""");
    }

    @Test
    void aRowThatShouldNotBeThereIsTold() {
        assertThatThrownBy(() -> assertThat(source).table("customer").doesNotContain(row().with("name", "Bob")))
                .hasMessage("[table customer] public.customer has a row that it should not have:\n\n  public.customer/"
                        + shop.id("customer", "bob") + ": id = " + shop.id("customer", "bob") + ", name = Bob");
    }

    @Test
    void filesAndFixturesMayBeExpected() {
        assertThat(source)
                .with(shop)
                .containsOnly(SHOP)
                .table("orders")
                .containsOnly(SHOP)
                .contains(SHOP);
        sql.execute("insert into customer (name) values ('Carl')");
        assertThat(source).with(shop).contains(SHOP);

        assertThatThrownBy(() -> assertThat(source).with(shop).containsOnly(SHOP))
                .hasMessage(
                        """
                        The rows are not the expected ones

                          table public.customer: 2 rows expected, 3 found; 1 is not expected

                              row   column   expected   actual
                            + 1     name                Carl""");
        assertThatThrownBy(() -> assertThat(source)
                        .table("customer")
                        .containsOnly(Fixtures.table("orders").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The fixtures that are expected do not name the table customer. They name [orders].");
    }

    @Test
    void labelsMustBeKnown() {
        assertThatThrownBy(() -> assertThat(source).table("customer").contains(row("alice")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'alice' is the label of a row, but what was seeded is not known here. Say it with"
                        + " assertThat(database).with(seeded).");
        assertThatThrownBy(() -> assertThat(source).with(shop).table("customer").contains(row("alise")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no row customer/alise. Did you mean alice?");
    }

    @Test
    void softAssertionsCollect() {
        SwitchbackSoftAssertions softly = new SwitchbackSoftAssertions();
        softly.assertThat(source).table("customer").hasRowCount(3).isEmpty();

        assertThat(softly.errorsCollected()).hasSize(2);
    }

    @Test
    void theUsersDescriptionIsKept() {
        assertThatThrownBy(() -> assertThat(source)
                        .as("after the import")
                        .table("customer")
                        .hasRowCount(3))
                .hasMessage("[after the import] Expecting 3 rows, but there are 2.");
    }

    @Test
    void anUnknownColumnIsToldWithTheNearest() {
        assertThatThrownBy(() -> assertThat(source).table("customer").contains(row().with("nmae", "Alice")))
                .hasMessageContaining("public.customer has no column nmae. Did you mean name?");
    }

    @Test
    void anUnknownTableIsToldWithTheNearest() {
        assertThatThrownBy(() -> assertThat(source).table("customers").isEmpty())
                .hasMessage("There is no table customers. Did you mean customer?");
    }
}
