package dev.switchback.schema;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads the schema of one database product. Implemented once per product.
 *
 * <p>A reader keeps no state and may be used by many threads, each with its own connection.
 */
public interface CatalogReader extends ProductPart {

    /**
     * The reader for a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static CatalogReader ofProduct(String product) {
        return Products.installed()
                .part(CatalogReader.class, product, "The schema of a database of %s cannot be read.");
    }

    /**
     * Reads everything the connection's database holds. Changes nothing, and leaves the session's settings as they
     * were.
     *
     * @throws SQLException if the catalog cannot be read
     */
    Schema read(Connection connection) throws SQLException;

    /**
     * Begins to read one database many times through a connection that nothing else uses. Implemented where that can be done with
     * less work than reading everything each time. The database is the caller's own: what changes have left in its catalogs may be
     * tidied up.
     *
     * @param known what a tracker has read of the database that this one is a copy of
     */
    default SchemaTracker track(Connection connection, Optional<SchemaTracker.Known> known) throws SQLException {
        return () -> read(connection);
    }

    /**
     * Some objects and all that depend on them, near and far, so that those cannot be dropped or altered before: only what can be made
     * again from its definition, and columns without the defaults for which they depend on them.
     *
     * @param schema the schema as it is at this moment
     */
    default List<SchemaObject> dependents(Connection connection, Schema schema, Collection<SchemaObject> objects)
            throws SQLException {
        return List.of();
    }
}
