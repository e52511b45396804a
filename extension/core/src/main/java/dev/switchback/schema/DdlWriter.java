package dev.switchback.schema;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.util.List;

/**
 * Writes the SQL of one database product. Implemented once per product.
 *
 * <p>A writer keeps no state, may be used by many threads, and needs no connection: what it writes follows from the two
 * schemas alone.
 */
public interface DdlWriter extends ProductPart {

    /**
     * The writer for a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static DdlWriter ofProduct(String product) {
        return Products.installed().part(DdlWriter.class, product, "The schema of a database of %s cannot be written.");
    }

    /**
     * Writes what turns the schema before into the schema after. Nothing is ever dropped with CASCADE, but for what nothing
     * else drops and no column that stays stands on. A schema that is
     * compared with that of an empty database gives all its objects.
     */
    DdlPlan write(SchemaDiff diff);

    /**
     * Writes a whole schema for a reader: object by object, sorted by name as far as it can be run in that order in a
     * database that was just made. Equal schemas give equal blocks, and schemas that differ give others. What roles there
     * are, and what a database has from the start, is not said.
     */
    List<SqlBlock> script(Schema schema);
}
