package dev.switchback.provision;

/** A running server and the databases that were created on it. Thread-safe. */
public interface Server extends AutoCloseable {

    /** The product, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String product();

    /** Creates an empty database under a name of its own. The caller owns and closes it. */
    Database create();

    /** Copies a database that no session uses any more. The caller owns and closes the copy. */
    Database copy(Database original);

    /** Drops the databases that are still there and stops the server. */
    @Override
    void close();
}
