package dev.switchback.provision;

import java.util.Map;

/**
 * What is asked of a server.
 *
 * @param version the product's major version or, for containers, the image; empty for the provider's default
 * @param settings server settings by name, such as {@code wal_level}, applied over the provider's own
 */
public record ServerRequest(String version, Map<String, String> settings) {

    public ServerRequest {
        settings = Map.copyOf(settings);
    }
}
