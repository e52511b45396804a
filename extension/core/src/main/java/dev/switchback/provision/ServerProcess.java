package dev.switchback.provision;

/** A running server as its provider hands it over: where it is, and how to stop it. Implemented by providers. */
public interface ServerProcess extends AutoCloseable {

    /** Where a role that may create databases reaches the server's administrative database. */
    ServerAddress address();

    /** Whether the databases on it go with it when it is closed. If not, each of them is dropped before. */
    default boolean disposable() {
        return true;
    }

    /** Stops the server and removes what it left. Called once; must not fail when the server is gone already. */
    @Override
    void close();
}
