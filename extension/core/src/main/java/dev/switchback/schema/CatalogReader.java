package dev.switchback.schema;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads the schema of one database product. Implemented once per product and found by {@link
 * java.util.ServiceLoader}.
 *
 * <p>A reader keeps no state and may be used by many threads, each with its own connection.
 */
public interface CatalogReader {

    /** The product that this reader understands, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String product();

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
     */
    default SchemaTracker track(Connection connection) throws SQLException {
        return () -> read(connection);
    }
}
