package dev.switchback;

import dev.switchback.jupiter.CodeSettings;
import dev.switchback.jupiter.SwitchbackExtension;
import dev.switchback.provision.ServerProvider;
import java.util.function.Consumer;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * {@link TestDatabase} in code, for what annotations cannot express: your own Flyway configuration, server settings or server.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Switchback db = Switchback.builder()
 *         .flyway(flyway -> flyway.placeholders(Map.of("tenant", "test")))
 *         .build();
 * }</pre>
 *
 * <p>The field must be static. The database is the one that {@link TestDatabase} describes, with the same parameters; an
 * annotation that sets the same goes before it. Classes that share one instance share its server and
 * migrated template.
 */
public final class Switchback extends SwitchbackExtension {

    private Switchback(CodeSettings settings) {
        super(settings);
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the settings; not thread-safe. */
    public static final class Builder {

        private final CodeSettings.Builder settings = new CodeSettings.Builder();

        private Builder() {}

        /** See {@link TestDatabase#migrations()}. */
        public Builder migrations(String... locations) {
            settings.migrations(locations);
            return this;
        }

        /** See {@link TestDatabase#undo()}. */
        public Builder undo(String... locations) {
            settings.undo(locations);
            return this;
        }

        /** See {@link TestDatabase#roles()}. */
        public Builder roles(String... names) {
            settings.roles(names);
            return this;
        }

        /** See {@link TestDatabase#version()}. */
        public Builder version(String version) {
            settings.version(version);
            return this;
        }

        /** See {@link TestDatabase#server()}. */
        public Builder server(String name) {
            settings.server(name);
            return this;
        }

        /** The server comes from this provider, such as one around a container of your own. Started once per session. */
        public Builder server(ServerProvider provider) {
            settings.server(provider);
            return this;
        }

        /** A setting of the server, such as {@code wal_level} = {@code logical}. */
        public Builder serverSetting(String name, String value) {
            settings.serverSetting(name, value);
            return this;
        }

        /** Configures Flyway, after everything else; called whenever a configuration is made. */
        public Builder flyway(Consumer<FluentConfiguration> configurator) {
            settings.flyway(configurator);
            return this;
        }

        /** The extension, to be registered in a static field. */
        public Switchback build() {
            return new Switchback(settings.build());
        }
    }
}
