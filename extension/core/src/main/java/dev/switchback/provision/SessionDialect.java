package dev.switchback.provision;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The part of one database product that knows what sessions do. Implemented once per product. An implementation keeps no state and may
 * be used by many threads.
 */
public interface SessionDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static SessionDialect ofProduct(String product) {
        return Products.installed()
                .part(SessionDialect.class, product, "What sessions of a database of %s do cannot be told.");
    }

    /** The dialect of the product that a connection leads to. */
    static SessionDialect on(Connection connection) throws SQLException {
        return ofProduct(connection.getMetaData().getDatabaseProductName());
    }

    /** The number under which the server knows a session, without asking it, as it may be busy; empty if the driver does not tell. */
    OptionalLong numberOf(Connection session);

    /**
     * Those of these sessions that run a statement, have a transaction open or hold what others wait for, and what they do, such as {@code active for 3 seconds:
     * SELECT 1}.
     *
     * @param observer another session of the same role
     */
    Map<Long, String> busy(Set<Long> sessions, Connection observer) throws SQLException;

    /** Ends sessions with all that they do, and waits until they are gone. */
    void end(Set<Long> sessions, Connection observer) throws SQLException;
}
