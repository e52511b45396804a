package dev.switchback.provision;

import java.util.Set;

/**
 * Starts database servers. Implemented for each kind of server, and found by {@link
 * java.util.ServiceLoader}.
 *
 * <p>A provider may be called by several threads at once.
 */
public interface ServerProvider {

    /** The name by which a user chooses this provider, such as {@code embedded-postgres}. */
    String name();

    /**
     * The configuration parameters that this provider reads, such as {@code switchback.url}. Who asks for a server looks
     * them up where configuration comes from and passes on those that are there as {@link ServerRequest#options()}.
     */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Starts a server and returns when it accepts connections. The caller owns it and closes it.
     *
     * @throws ProvisionException if the server cannot be had, with what to do about it
     */
    ServerProcess start(ServerRequest request);
}
