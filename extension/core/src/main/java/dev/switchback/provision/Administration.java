package dev.switchback.provision;

/**
 * The operations of a server on whole databases, in the words of its product. Implemented by products.
 *
 * <p>Thread-safe. Databases are named by the caller. Failures are {@link ProvisionException}s that name the database, the
 * server's message and what to do.
 */
public interface Administration extends AutoCloseable {

    /** The product, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String product();

    /**
     * The beginning of the name of every database that this JVM may create here. No other JVM has the same, and as long
     * as this object is open, no other JVM removes databases whose name begins so.
     */
    String prefix();

    /** The JDBC URL of a database on this server, without credentials. */
    String urlOf(String database);

    /** Creates an empty database. */
    void create(String database);

    /**
     * Creates a database as a copy of another, after the sessions on that one have left or were ended. Fails if one stays
     * that the administrating role may not end.
     */
    void copy(String original, String database);

    /** Ends the sessions on a database, as {@link #copy}, and lets nobody in any more: it can only be copied and dropped. */
    void freeze(String database);

    /** Drops a database, frozen or not, ending the sessions on it. Does nothing if it is not there. */
    void drop(String database);

    /** Gives up the {@link #prefix()} and closes the administrative sessions. */
    @Override
    void close();
}
