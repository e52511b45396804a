package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A database that is taken forward and one step back, while all goes well. */
@ExtendWith(Calls.Extension.class)
class OperatingTests {

    private final OperatedShop shop;

    OperatingTests(Calls calls, @TempDir Path folder) throws SQLException {
        shop = OperatedShop.create(calls, folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whereTheDatabaseStandsIsToldWithoutTouchingIt() {
        Call settled = shop.call("status", "--exit-code");
        shop.withOrders().write("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT name FROM customer;");
        Call behind = shop.call("status", "--exit-code");
        Call quiet = shop.call("status");
        Call history = shop.call("history");
        Call pending = shop.call("pending");

        assertThat(settled).isEqualTo(new Call(0, "The database is at V1 customer. Nothing is pending.\n", ""));
        String text = "The database is at V1 customer. 2 migrations are pending: V2 orders, R__names.sql.\n";
        assertThat(behind).isEqualTo(new Call(1, text, ""));
        assertThat(quiet).isEqualTo(new Call(0, text, ""));
        assertThat(history.out())
                .matches("version  description  state    installed on +by +took\n1        customer     Success  .*\n");
        assertThat(pending.out())
                .isEqualTo(
                        """
                        version  description  state
                        2        orders       Pending
                                 names        Pending
                        """);
    }

    @Test
    void aDatabaseWithoutAnythingHasNothingApplied(@TempDir Path other) {
        try (OperatedShop fresh = OperatedShop.empty(shop.calls(), other)) {
            fresh.withOrders().write("V1__customer.sql", "CREATE TABLE customer (id int PRIMARY KEY);");

            assertThat(fresh.call("status").out())
                    .isEqualTo(
                            "No versioned migration is applied. 2 migrations are pending: V1 customer, V2 orders.\n");
            assertThat(fresh.call("history").out()).isEqualTo("no migrations\n");
            assertThat(fresh.call("rollback", "--yes"))
                    .isEqualTo(new Call(
                            1, "", "Nothing was done. Nothing to undo: the history holds no applied migration.\n"));
        }
    }

    @Test
    void allIsUndoneDownToAVersion() {
        shop.withOrders()
                .write("V3__index.sql", "CREATE INDEX orders_customer ON orders (customer);")
                .write("U3__index.sql", "DROP INDEX orders_customer;");
        shop.call("apply");

        Call unknown = shop.call("rollback", "--to", "7", "--yes");
        Call rollback = shop.call("rollback", "--to", "1", "--yes");
        Call again = shop.call("rollback", "--to", "1", "--yes");

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err())
                .isEqualTo(
                        "Nothing was done. Cannot go down to version 7: it is not applied. Applied are [1, 2, 3].\n");
        assertThat(rollback.exitCode()).isZero();
        assertThat(rollback.out())
                .startsWith("To be undone: V3 index, V2 orders.\n")
                .contains("table public.orders with 0 rows");
        assertThat(again.out()).startsWith("Nothing is to be undone.\n");
    }

    @Test
    void aDatabaseWithoutAHistoryIsStampedIfItsSchemaIsRight(@TempDir Path other) throws SQLException {
        try (OperatedShop legacy = OperatedShop.empty(shop.calls(), other)) {
            legacy.withOrders()
                    .write("V1__customer.sql", "CREATE TABLE customer (id int PRIMARY KEY);")
                    .execute("CREATE TABLE customer (id bigint PRIMARY KEY)");

            Call refused = legacy.call("stamp", "--at", "1");
            Call unknown = legacy.call("stamp", "--at", "9");
            legacy.execute("ALTER TABLE customer ALTER id TYPE int");
            Call stamped = legacy.call("stamp", "--at", "1");
            Call twice = legacy.call("stamp", "--at", "1");

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("Nothing was done: the schema is not what the migrations up to V1 make.\n")
                    .contains("column id", "bigint")
                    .endsWith("If that is as it should be, add --force.\n");
            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.err())
                    .startsWith("Nothing was done: no migration has version 9.")
                    .contains("1", "2");
            assertThat(stamped.exitCode()).as(stamped.err()).isZero();
            assertThat(stamped.out()).endsWith(" 1 migration is pending: V2 orders.\n");
            assertThat(twice.exitCode()).isEqualTo(2);
            assertThat(twice.err()).startsWith("Nothing was done: the database has a history already.\n");
        }
    }
}
