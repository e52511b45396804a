package dev.switchback.jupiter;

import dev.switchback.provision.ServerProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The settings of a registered {@link dev.switchback.Switchback}, whose builder makes them. Immutable. */
public final class CodeSettings {

    static final CodeSettings NONE = new Builder().build();

    private final List<String> migrations;
    private final List<String> undo;
    private final List<String> roles;
    private final String version;
    private final String server;
    private final Optional<ServerProvider> provider;
    private final Map<String, String> serverSettings;
    private final Consumer<FluentConfiguration> flyway;

    private CodeSettings(Builder settings) {
        migrations = settings.migrations;
        undo = settings.undo;
        roles = settings.roles;
        version = settings.version;
        server = settings.server;
        provider = settings.provider;
        serverSettings = Map.copyOf(settings.serverSettings);
        flyway = settings.flyway;
    }

    /** Flyway locations of the migrations; empty if not set. */
    List<String> migrations() {
        return migrations;
    }

    /** Flyway locations of undo scripts; empty if not set. */
    List<String> undo() {
        return undo;
    }

    /** The roles that the server must have; empty if not set. */
    List<String> roles() {
        return roles;
    }

    /** The server's version; empty if not set. */
    String version() {
        return version;
    }

    /** The provider's name; empty if not set. */
    String server() {
        return server;
    }

    /** The provider itself, which goes before its name. */
    Optional<ServerProvider> provider() {
        return provider;
    }

    /** Settings of the server by name. */
    Map<String, String> serverSettings() {
        return serverSettings;
    }

    /** Configures Flyway, after everything else. */
    Consumer<FluentConfiguration> flyway() {
        return flyway;
    }

    /** Collects the settings for {@link dev.switchback.Switchback.Builder}; not thread-safe. */
    public static final class Builder {

        private List<String> migrations = List.of();
        private List<String> undo = List.of();
        private List<String> roles = List.of();
        private String version = "";
        private String server = "";
        private Optional<ServerProvider> provider = Optional.empty();
        private final Map<String, String> serverSettings = new HashMap<>();
        private Consumer<FluentConfiguration> flyway = configuration -> {};

        /** Starts with nothing set. */
        public Builder() {}

        /** Sets the Flyway locations of the migrations. */
        public void migrations(String... locations) {
            migrations = List.of(locations);
        }

        /** Sets the Flyway locations of undo scripts. */
        public void undo(String... locations) {
            undo = List.of(locations);
        }

        /** Sets the roles that the server must have. */
        public void roles(String... names) {
            roles = List.of(names);
        }

        /** Sets the server's version. */
        public void version(String number) {
            version = number;
        }

        /** Sets the name of the server's provider. */
        public void server(String name) {
            server = name;
        }

        /** Sets the server's provider. */
        public void server(ServerProvider own) {
            provider = Optional.of(own);
        }

        /** Sets one setting of the server. */
        public void serverSetting(String name, String value) {
            serverSettings.put(name, value);
        }

        /** Adds a change of Flyway's configuration. */
        public void flyway(Consumer<FluentConfiguration> configurator) {
            flyway = flyway.andThen(configurator);
        }

        /** The settings so far. */
        public CodeSettings build() {
            return new CodeSettings(this);
        }
    }
}
