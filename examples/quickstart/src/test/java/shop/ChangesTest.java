package shop;

import static org.assertj.db.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.fixture.Seeded;
import javax.sql.DataSource;
import org.assertj.db.type.AssertDbConnection;
import org.assertj.db.type.AssertDbConnectionFactory;
import org.assertj.db.type.Changes;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** AssertJ-DB works on the same database: here it tells what a piece of code has changed, and nothing else. */
@SeededFixtures("shop.yaml")
class ChangesTest {

    @Test
    void shippingAnOrderChangesItsStatusAlone(DataSource database, DSLContext sql, Seeded shop) {
        AssertDbConnection connection = AssertDbConnectionFactory.of(database).create();
        Changes changes = connection
                .changes()
                .tables(
                        connection.table("orders").build(),
                        connection.table("order_line").build())
                .build();

        changes.setStartPointNow();
        sql.execute("update orders set status = 'shipped' where id = ?", shop.<Long>id("orders", "first"));
        changes.setEndPointNow();

        assertThat(changes)
                .hasNumberOfChanges(1)
                .changeOnTable("orders")
                .isModification()
                .hasModifiedColumns("status");
    }
}
