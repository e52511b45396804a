package dev.switchback.maven;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Flyway's settings in a Maven project, by the names that flyway.conf has for them. */
final class FlywayConfiguration {

    private static final String PREFIX = "flyway.";
    private static final List<String> PLUGINS =
            List.of("org.flywaydb:flyway-maven-plugin", "com.redgate.flyway:flyway-maven-plugin");
    private static final Set<String> MAPS = Set.of("placeholders", "jdbcProperties", "pluginConfiguration");

    /** Parameters that only concern the plugin itself. */
    private static final Set<String> OF_THE_PLUGIN = Set.of("skip", "workingDirectory", "configFileEncoding");

    private FlywayConfiguration() {}

    /** Those among properties of Maven. */
    static Map<String, String> of(Properties properties) {
        Map<String, String> settings = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX) && !OF_THE_PLUGIN.contains(name.substring(PREFIX.length()))) {
                settings.put(name, properties.getProperty(name));
            }
        }
        return settings;
    }

    /**
     * Those of Flyway's plugin in a project.
     *
     * @param execution whose configuration it is; null for that of the plugin or of its only execution
     */
    static Map<String, String> ofPlugin(MavenProject project, @Nullable String execution)
            throws MojoExecutionException {
        Optional<Plugin> plugin = plugin(project);
        if (plugin.isEmpty()) {
            if (execution != null) {
                throw new MojoExecutionException("There is no flyway-maven-plugin in " + project.getName()
                        + ", and so no execution '" + execution + "' of it.");
            }
            return Map.of();
        }
        return configuration(plugin.get(), execution)
                .map(FlywayConfiguration::of)
                .orElse(Map.of());
    }

    private static Optional<Plugin> plugin(MavenProject project) {
        return Stream.of(project.getBuild(), project.getPluginManagement())
                .filter(PluginContainer.class::isInstance)
                .map(PluginContainer.class::cast)
                .flatMap(container ->
                        PLUGINS.stream().map(key -> container.getPluginsAsMap().get(key)))
                .filter(found -> found != null)
                .findFirst();
    }

    private static Optional<Xpp3Dom> configuration(Plugin plugin, @Nullable String execution)
            throws MojoExecutionException {
        List<PluginExecution> executions = plugin.getExecutions();
        if (execution != null) {
            PluginExecution named = plugin.getExecutionsAsMap().get(execution);
            if (named == null) {
                throw new MojoExecutionException("flyway-maven-plugin has no execution '" + execution + "'. It has "
                        + executions.stream().map(PluginExecution::getId).collect(Collectors.joining(", ")) + ".");
            }
            return Optional.ofNullable((Xpp3Dom) named.getConfiguration());
        }
        Object chosen = executions.size() == 1 ? executions.get(0).getConfiguration() : plugin.getConfiguration();
        return Optional.ofNullable((Xpp3Dom) chosen);
    }

    static Map<String, String> of(Xpp3Dom configuration) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Xpp3Dom child : configuration.getChildren()) {
            String name = PREFIX + child.getName();
            if (OF_THE_PLUGIN.contains(child.getName())) {
                continue;
            }
            if (MAPS.contains(child.getName())) {
                for (Xpp3Dom entry : child.getChildren()) {
                    settings.put(name + "." + entry.getName(), text(entry));
                }
            } else if (child.getChildCount() > 0) {
                settings.put(
                        name,
                        Arrays.stream(child.getChildren())
                                .map(FlywayConfiguration::text)
                                .collect(Collectors.joining(",")));
            } else if (!text(child).isEmpty()) {
                settings.put(name, text(child));
            }
        }
        below(child(configuration, "workingDirectory"), settings);
        return settings;
    }

    private static String child(Xpp3Dom configuration, String name) {
        Xpp3Dom child = configuration.getChild(name);
        return child == null ? "" : text(child);
    }

    private static String text(Xpp3Dom element) {
        return element.getValue() == null ? "" : element.getValue().strip();
    }

    /** Flyway's plugin takes files for relative to the working directory that it is given. */
    private static void below(String directory, Map<String, String> settings) {
        if (!directory.isEmpty()) {
            settings.computeIfPresent(
                    "flyway.locations",
                    (name, value) -> each(
                            value,
                            location -> location.startsWith("filesystem:")
                                    ? "filesystem:"
                                            + Path.of(directory).resolve(location.substring("filesystem:".length()))
                                    : location));
            settings.computeIfPresent(
                    "flyway.configFiles",
                    (name, value) ->
                            each(value, file -> Path.of(directory).resolve(file).toString()));
        }
    }

    private static String each(String values, UnaryOperator<String> change) {
        return Stream.of(values.split(",")).map(String::strip).map(change).collect(Collectors.joining(","));
    }
}
