package dev.switchback.jupiter;

import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.util.Set;

/**
 * The settings of a server; equal settings share one.
 *
 * @param roles which it must have; a test without them must not find those of another
 */
record ServerSettings(ServerProvider provider, ServerRequest request, Set<String> roles) {

    ServerSettings {
        roles = Set.copyOf(roles);
    }
}
