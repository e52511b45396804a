package dev.switchback.provision;

import dev.switchback.product.ProductPart;
import java.util.Optional;
import javax.sql.DataSource;

/** The servers of one database product, as Switchback administrates them. Implemented once per product. */
public interface ServerProduct extends ProductPart {

    /** Whether this JDBC URL is one of the product's. */
    boolean speaks(String url);

    /**
     * Connects to a server and removes what JVMs that were killed left on it.
     *
     * @param sessions new connections to the administrative database
     * @throws ProvisionException if the server cannot be reached or the role may not create databases
     */
    Administration connect(ServerAddress address, DataSource sessions);

    /** How a user gets to such a server; empty if no message is to suggest it. */
    default Optional<ConnectionGuide> guide() {
        return Optional.empty();
    }
}
