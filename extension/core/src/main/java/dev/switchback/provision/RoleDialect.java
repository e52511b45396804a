package dev.switchback.provision;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.util.Collection;
import javax.sql.DataSource;

/** The roles of one database product. Implemented once per product. An implementation keeps no state and may be used by many threads. */
public interface RoleDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static RoleDialect ofProduct(String product) {
        return Products.installed().part(RoleDialect.class, product, "Roles cannot be created on a server of %s.");
    }

    /**
     * Creates the roles that are missing, without a login and without rights.
     *
     * @param names as the server's catalog has them
     * @param address of the administrative database, for messages
     * @param sessions new connections to it
     * @throws ProvisionException if one is missing and the role of these sessions may not create it
     */
    void create(Collection<String> names, ServerAddress address, DataSource sessions);
}
