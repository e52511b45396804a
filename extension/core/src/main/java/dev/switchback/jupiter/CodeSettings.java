package dev.switchback.jupiter;

import dev.switchback.provision.ServerProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * What a registered {@link dev.switchback.Switchback} says; made by its builder. Empty lists and texts are left out.
 *
 * @param migrations Flyway locations of the migrations
 * @param undo Flyway locations of undo scripts
 * @param version the server's version
 * @param server the provider's name
 * @param provider the provider itself, which goes before its name
 * @param serverSettings settings of the server by name
 * @param flyway configures Flyway, after everything else
 */
public record CodeSettings(
        List<String> migrations,
        List<String> undo,
        String version,
        String server,
        Optional<ServerProvider> provider,
        Map<String, String> serverSettings,
        Consumer<FluentConfiguration> flyway) {

    static final CodeSettings NONE =
            new CodeSettings(List.of(), List.of(), "", "", Optional.empty(), Map.of(), configuration -> {});

    public CodeSettings {
        migrations = List.copyOf(migrations);
        undo = List.copyOf(undo);
        serverSettings = Map.copyOf(serverSettings);
    }
}
