package dev.switchback.jupiter;

import java.sql.Connection;
import java.util.Optional;

/** The parts of an application that must know what becomes of its database. Implemented by a framework's integration. */
public interface Application {

    /** Sessions on the database are about to be ended, or were: what holds connections lets go of them. */
    default void closeSessions() {}

    /** Rows and sequences were put back: what remembers them forgets them. */
    default void rowsPutBack() {}

    /** The database ends with its server: what waits for connections from then on waits in vain. */
    default void databaseEnds() {}

    /** The session of the transaction in which the running test is, with all that the application has yet to write. */
    default Optional<Connection> transaction() {
        return Optional.empty();
    }
}
