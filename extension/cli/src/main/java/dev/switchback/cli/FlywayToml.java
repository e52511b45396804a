package dev.switchback.cli;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A configuration of Flyway in TOML, whose table {@code flyway} has the settings. The reader that Flyway has for it came with
 * flyway-core only up to 12.
 */
final class FlywayToml {

    private FlywayToml() {}

    /**
     * Reads a file's settings by the names that flyway.conf has for them. The other tables keep their names.
     *
     * @throws CommandException if it cannot be read
     */
    static Map<String, String> read(Path file, Reader text) {
        JsonNode root;
        try {
            root = new ObjectMapper(format()).readTree(text);
        } catch (JacksonException e) {
            throw CommandException.wrongUse("The configuration cannot be read: " + file + ": " + e.getOriginalMessage()
                    + (e.getLocation() == null || e.getLocation().getLineNr() < 1
                            ? ""
                            : ", in line " + e.getLocation().getLineNr()));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        put("", root, settings);
        return settings;
    }

    private static TokenStreamFactory format() {
        return ServiceLoader.load(TokenStreamFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(format -> format.getFormatName().equalsIgnoreCase("toml"))
                .findFirst()
                .orElseThrow(
                        () -> CommandException.environment(
                                "A configuration in TOML is read with jackson-dataformat-toml, which is not on the class path."));
    }

    private static void put(String name, JsonNode node, Map<String, String> settings) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> put(
                            name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue(), settings));
        } else if (node.isArray()) {
            List<JsonNode> values = new ArrayList<>();
            node.forEach(values::add);
            settings.put(name, values.stream().map(JsonNode::asString).collect(Collectors.joining(",")));
        } else {
            settings.put(name, node.asString());
        }
    }
}
