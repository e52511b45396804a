package dev.switchback.provision;

import java.util.Optional;

/** A running server as its provider hands it over: where it is, and how to stop it. Implemented by providers. */
public interface ServerProcess extends AutoCloseable {

    /** Where a role that may create databases reaches the server's administrative database. */
    ServerAddress address();

    /** Whether the databases on it go with it when it is closed. If not, each of them is dropped before. */
    default boolean disposable() {
        return true;
    }

    /**
     * Has the server go on when it is closed, with the databases on it, and says how to end it; somebody's first start after a day
     * ends it at the latest. Empty if it cannot outlive this JVM.
     */
    default Optional<KeptServer> keep() {
        return Optional.empty();
    }

    /** Stops the server, unless it is {@linkplain #keep() kept}, and removes what it left. Called once; must not fail when the server is gone already. */
    @Override
    void close();
}
