package dev.switchback.schema.orphans;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import dev.switchback.schema.Schema;
import java.sql.SQLException;

/**
 * Writes the query that finds rows without a counterpart, for one database product. Implemented once per product.
 *
 * <p>An implementation keeps no state and may be used by many threads.
 */
public interface OrphanDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static OrphanDialect ofProduct(String product) {
        return Products.installed().part(OrphanDialect.class, product, "Rows of a database of %s cannot be compared.");
    }

    /** A statement that is run first, in the transaction of the queries, so that they see all rows. */
    String settings(Schema schema);

    /**
     * A query with a row for each key that is not there, the most frequent first: the number of all rows without a
     * counterpart, the number of those with this key, and the columns of the key as text.
     *
     * @param limit how many keys are wanted
     */
    String query(TableLink link, int limit);

    /** Whether the server refused a query for want of a right to read the rows. */
    boolean isForbidden(SQLException refusal);
}
