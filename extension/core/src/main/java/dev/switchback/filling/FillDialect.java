package dev.switchback.filling;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.sql.Connection;
import java.sql.SQLException;
import org.apiguardian.api.API;

/**
 * The part of a database product that makes up rows. Implemented once per product; keeps no state.
 */
@API(status = API.Status.INTERNAL)
public interface FillDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static FillDialect ofProduct(String product) {
        return Products.installed().part(FillDialect.class, product, "Rows cannot be made up for a database of %s.");
    }

    /**
     * Brings rows into the tables, in the transaction of a connection that does not commit by itself.
     *
     * @throws GeneratedRowsException if a hint speaks of nothing that is there, or cannot be met
     */
    GeneratedRowsReport fill(Connection connection, FillPlan plan) throws SQLException;
}
