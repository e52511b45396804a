package dev.switchback.provision;

import java.util.List;

/**
 * Operations on whole databases of one server, in the words of its product. Implemented by products.
 *
 * <p>Thread-safe. Databases are named by the caller. Failures are {@link ProvisionException}s that name the database, the
 * server's message and what to do.
 */
public interface DatabaseOperations {

    /** Creates an empty database. */
    void create(String database);

    /**
     * Creates a database as a copy of another, after the sessions on that one have left or were ended. Fails if one stays
     * that the administrating role may not end.
     */
    void copy(String original, String database);

    /** Ends the sessions on a database, as {@link #copy}, and lets nobody in any more: it can only be copied and dropped. */
    void freeze(String database);

    /** The databases whose names begin so, the newest first. Products whose servers keep no templates need not know. */
    default List<String> named(String beginning) {
        return List.of();
    }

    /** Gives a database on which there are no sessions another name. */
    default void rename(String database, String name) {
        throw new ProvisionException("Databases of this product cannot be renamed.");
    }

    /** Has the server refuse to write to a database, in sessions that begin after this and do not ask for anything else. */
    default void refuseWrites(String database) {
        throw new ProvisionException("Databases of this product cannot be protected from writing.");
    }

    /** Drops a database, frozen or not, ending the sessions on it. Does nothing if it is not there. */
    void drop(String database);
}
