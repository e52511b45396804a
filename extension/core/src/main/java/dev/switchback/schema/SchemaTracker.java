package dev.switchback.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one database again and again, each time only as far as it has changed. What is unchanged is the same object in both
 * schemas.
 *
 * <pre>{@code
 * SchemaTracker tracker = SchemaTracker.on(connection);
 * Schema before = tracker.read();
 * ... // another session changes the database, and commits
 * Schema after = tracker.read();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
@FunctionalInterface
public interface SchemaTracker {

    /**
     * The schema as it is now; equal to what {@link Schema#read(Connection)} would give.
     *
     * @throws SQLException if the catalog cannot be read
     */
    Schema read() throws SQLException;

    /**
     * The same, where it is certain that no other catalogs were written since the last reading.
     *
     * @param written the catalogs, by the names that the product has for them
     * @throws SQLException if the catalog cannot be read
     */
    default Schema read(Set<String> written) throws SQLException {
        return read();
    }

    /** The state of the last reading, with which a tracker of a copy of the database can begin; empty if none is kept. */
    default Optional<Known> known() {
        return Optional.empty();
    }

    /** A state of a database, as far as a tracker has read it. */
    interface Known {}

    /**
     * Takes over a connection, whose settings are changed and which nothing else may use from then on. It is not closed.
     *
     * @throws dev.switchback.product.ProductException if the product is not supported
     * @throws SchemaException if its version is not supported
     */
    static SchemaTracker on(Connection connection) {
        return on(connection, Optional.empty());
    }

    /**
     * The same with what another tracker has known. Its database, unchanged since then, or a state of it that came later, is what this
     * one was copied from.
     */
    static SchemaTracker on(Connection connection, Optional<Known> known) {
        try {
            return CatalogReader.ofProduct(connection.getMetaData().getDatabaseProductName())
                    .track(connection, known);
        } catch (SQLException e) {
            throw SchemaException.unreadable(e);
        }
    }
}
