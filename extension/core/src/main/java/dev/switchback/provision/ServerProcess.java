package dev.switchback.provision;

/** A running server as its provider hands it over: where it is, and how to stop it. To be implemented by providers. */
public interface ServerProcess extends AutoCloseable {

    /** Where a superuser reaches the server's administrative database. */
    ServerAddress address();

    /** Stops the server and removes what it left. Called once; must not fail when the server is gone already. */
    @Override
    void close();
}
