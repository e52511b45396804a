package dev.switchback.provision;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The requirements for a server. Two equal requests to one provider can share a server.
 *
 * <pre>{@code
 * ServerRequest request = ServerRequest.version("17").withSettings(Map.of("wal_level", "logical"));
 * }</pre>
 */
public final class ServerRequest {

    private final String version;
    private final Map<String, String> settings;
    private final Map<String, String> options;
    private final Optional<KeptTemplates> templates;

    private ServerRequest(
            String version,
            Map<String, String> settings,
            Map<String, String> options,
            Optional<KeptTemplates> templates) {
        this.version = version;
        this.settings = Map.copyOf(settings);
        this.options = Map.copyOf(options);
        this.templates = templates;
    }

    /** The provider's default version with the provider's default settings. */
    public static ServerRequest defaults() {
        return version("");
    }

    /** This version with the provider's default settings. */
    public static ServerRequest version(String version) {
        return new ServerRequest(version, Map.of(), Map.of(), Optional.empty());
    }

    /** The product's major version or, for containers, the image; empty for the provider's default. */
    public String version() {
        return version;
    }

    /** Server settings by name, such as {@code wal_level}, applied over the provider's own. */
    public Map<String, String> settings() {
        return settings;
    }

    /**
     * The provider's own configuration by parameter name, such as {@code switchback.url}; never printed, as it may hold
     * passwords.
     */
    public Map<String, String> options() {
        return options;
    }

    /** The templates that an earlier server, or another run on this one, may have kept; empty if none are to be kept. */
    public Optional<KeptTemplates> templates() {
        return templates;
    }

    /** The same request for a server that has and keeps templates, if its provider can do that. */
    public ServerRequest withTemplates(KeptTemplates kept) {
        return new ServerRequest(version, settings, options, Optional.of(kept));
    }

    /** The same request with these server settings in place of its own. */
    public ServerRequest withSettings(Map<String, String> values) {
        return new ServerRequest(version, values, options, templates);
    }

    /** The same request with this configuration of the provider in place of its own. */
    public ServerRequest withOptions(Map<String, String> values) {
        return new ServerRequest(version, settings, values, templates);
    }

    /** The same request with those of the provider's options that {@code configuration} has a value for. */
    public ServerRequest configuredBy(ServerProvider provider, Function<String, Optional<String>> configuration) {
        Map<String, String> found = provider.options().stream()
                .filter(name -> configuration.apply(name).isPresent())
                .collect(Collectors.toMap(
                        name -> name, name -> configuration.apply(name).orElseThrow()));
        return withOptions(found);
    }

    /** The value of one of the provider's options, or else of the system property of that name. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).or(() -> Optional.ofNullable(System.getProperty(name)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServerRequest that
                && version.equals(that.version)
                && settings.equals(that.settings)
                && options.equals(that.options)
                && templates.equals(that.templates);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, settings, options, templates);
    }

    @Override
    public String toString() {
        return "ServerRequest[version=" + version + ", settings=" + settings + ", options="
                + new TreeSet<>(options.keySet()) + "]";
    }
}
