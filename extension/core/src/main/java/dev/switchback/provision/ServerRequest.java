package dev.switchback.provision;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The requirements for a server. Two equal requests to one provider can share a server.
 *
 * @param version the product's major version or, for containers, the image; empty for the provider's default
 * @param settings server settings by name, such as {@code wal_level}, applied over the provider's own
 * @param options the provider's own configuration by parameter name, such as {@code switchback.url}; never printed, as
 *     it may hold passwords
 */
public record ServerRequest(String version, Map<String, String> settings, Map<String, String> options) {

    public ServerRequest {
        settings = Map.copyOf(settings);
        options = Map.copyOf(options);
    }

    public ServerRequest(String version, Map<String, String> settings) {
        this(version, settings, Map.of());
    }

    /** The provider's default version with the provider's default settings. */
    public static ServerRequest defaults() {
        return version("");
    }

    /** This version with the provider's default settings. */
    public static ServerRequest version(String version) {
        return new ServerRequest(version, Map.of());
    }

    /** The same request with those of the provider's options that {@code configuration} has a value for. */
    public ServerRequest configuredBy(ServerProvider provider, Function<String, Optional<String>> configuration) {
        Map<String, String> found = provider.options().stream()
                .filter(name -> configuration.apply(name).isPresent())
                .collect(Collectors.toMap(
                        name -> name, name -> configuration.apply(name).orElseThrow()));
        return new ServerRequest(version, settings, found);
    }

    /** The value of one of the provider's options, or else of the system property of that name. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).or(() -> Optional.ofNullable(System.getProperty(name)));
    }

    @Override
    public String toString() {
        return "ServerRequest[version=" + version + ", settings=" + settings + ", options="
                + new TreeSet<>(options.keySet()) + "]";
    }
}
