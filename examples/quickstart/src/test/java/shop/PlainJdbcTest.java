package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.SeededFixtures;
import dev.switchback.fixture.Seeded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The same without any library: a session of the test, and as many more as it opens. */
@SeededFixtures("shop.yaml")
class PlainJdbcTest {

    private static final String UNPAID = "SELECT count(*) FROM orders WHERE customer_id = ? AND status = 'open'";

    @Test
    @ExpectedFixtures("after-payment.yaml")
    void paysAnOrder(Connection connection, Seeded shop) throws SQLException {
        execute(
                connection,
                "INSERT INTO payment (order_id, method, paid) VALUES (?, 'card', 12.50)",
                shop.id("orders", "second"));
        execute(connection, "UPDATE orders SET status = 'paid' WHERE id = ?", shop.id("orders", "second"));
    }

    @Test
    void anOrderIsPaidOnceItIsCommitted(DataSource database, Seeded shop) throws SQLException {
        long alice = shop.id("customer", "alice");
        try (Connection till = database.getConnection();
                Connection office = database.getConnection()) {
            till.setAutoCommit(false);
            execute(till, "UPDATE orders SET status = 'paid' WHERE id = ?", shop.id("orders", "second"));
            assertThat(count(office, UNPAID, alice)).isEqualTo(2);

            till.commit();
            assertThat(count(office, UNPAID, alice)).isEqualTo(1);
        }
    }

    private static void execute(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private static long count(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
