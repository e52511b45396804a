package dev.switchback.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * All settings of Flyway that Maven knows.
 *
 * @param plugin those of Flyway's own plugin
 * @param properties those among the properties of the project, which go before them
 * @param call those of the call, {@code -Dflyway.locations=...}, which go before all others
 */
record FlywayOfMaven(Map<String, String> plugin, Map<String, String> properties, Map<String, String> call) {

    private static final String FILES = "flyway.configFiles";
    private static final List<String> DATABASE =
            List.of("flyway.url", "flyway.user", "flyway.password", "flyway.serverId");

    static FlywayOfMaven of(MavenProject project, Properties call, @Nullable String execution)
            throws MojoExecutionException {
        return new FlywayOfMaven(
                FlywayConfiguration.ofPlugin(project, execution),
                FlywayConfiguration.of(project.getProperties()),
                FlywayConfiguration.of(call));
    }

    /** The value that holds. */
    Optional<String> value(String name) {
        return Stream.of(call, properties, plugin)
                .flatMap(settings -> Optional.ofNullable(settings.get(name)).stream())
                .findFirst();
    }

    /** The files of Flyway's configuration; empty where the environment or their usual names say it. */
    List<String> files(Map<String, String> variables) {
        Optional<String> named = Optional.ofNullable(call.get(FILES))
                .or(() ->
                        variables.getOrDefault("FLYWAY_CONFIG_FILES", "").isEmpty() ? value(FILES) : Optional.empty());
        return named.stream()
                .flatMap(files -> Stream.of(files.split(",")))
                .map(String::strip)
                .toList();
    }

    FlywayOfMaven withoutFiles() {
        return without(List.of(FILES));
    }

    FlywayOfMaven withoutDatabase() {
        return without(DATABASE);
    }

    private FlywayOfMaven without(List<String> names) {
        return new FlywayOfMaven(without(plugin, names), without(properties, names), without(call, names));
    }

    private static Map<String, String> without(Map<String, String> settings, List<String> names) {
        Map<String, String> others = new LinkedHashMap<>(settings);
        others.keySet().removeAll(names);
        return others;
    }
}
