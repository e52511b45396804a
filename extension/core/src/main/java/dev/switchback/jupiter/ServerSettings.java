package dev.switchback.jupiter;

import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.util.Set;

/**
 * The settings of a server; equal settings share one.
 *
 * @param roles which it must have; a test without them must not find those of another
 * @param templates whether migrated templates are kept for later runs
 */
record ServerSettings(ServerProvider provider, ServerRequest request, Set<String> roles, TemplateKeeping templates) {

    ServerSettings {
        roles = Set.copyOf(roles);
    }
}
