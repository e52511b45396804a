package dev.switchback.provision;

import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right of this JVM to create and drop databases on one server, and how that is done. Implemented by products.
 *
 * <p>Thread-safe. Failures are {@link ProvisionException}s that name the server's message and what to do.
 */
public interface Administration extends AutoCloseable {

    /**
     * The beginning of the name of every database that this JVM may create here. No other JVM has the same, and as long
     * as this object is open, no other JVM removes databases whose name begins so.
     */
    String prefix();

    /** The JDBC URL of a database on this server, without credentials. */
    String urlOf(String database);

    /** Creates, copies and drops databases as long as this object is open. */
    DatabaseOperations databases();

    /**
     * Copies a database to one that no run removes before it is a day old: neither this one, when it ends, nor another. Sessions on the
     * original end.
     *
     * @param server how its server is reached and ended
     */
    default KeptDatabase keep(String database, KeptServer server) {
        throw new ProvisionException("Databases of this product cannot be kept.");
    }

    /** A digest of what all databases of the server share, such as roles and their settings, but not of passwords. */
    default String sharedState() {
        return "";
    }

    /**
     * Refuses a copy of a template if the server has recovered from the end of one of its processes since this was opened, and has lost
     * rows of that template by it.
     *
     * @param source leads to the copy
     * @throws ProvisionException with what was lost; then the copy is dropped
     */
    default void refuseEmptied(String copy, DataSource source) {}

    /** Whether the server has recovered from the end of one of its processes since this was opened. */
    default boolean hasRecovered() {
        return false;
    }

    /** The templates that runs on this server share; empty if each has to build its own. */
    default Optional<SharedTemplates> sharedTemplates() {
        return Optional.empty();
    }

    /** The things that all databases of the server share. */
    default ServerState state() {
        return ServerState.UNKNOWN;
    }

    /** Drops a role, unless anything depends on it; false if it stays. */
    default boolean dropRole(String name) {
        return false;
    }

    /** Gives up the {@link #prefix()} and closes the administrative sessions. */
    @Override
    void close();
}
