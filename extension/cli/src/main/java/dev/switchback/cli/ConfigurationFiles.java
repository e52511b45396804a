package dev.switchback.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.configuration.ConfigUtils;

/** Files with a configuration of Flyway. */
final class ConfigurationFiles {

    private ConfigurationFiles() {}

    /** Those that are named, or else the usual one of a folder. */
    static List<Path> of(Path folder, List<Path> named, Optional<String> variable, Consumer<String> remarks) {
        if (!named.isEmpty()) {
            return named;
        }
        if (variable.isPresent()) {
            return Stream.of(variable.get().split(","))
                    .map(String::strip)
                    .map(Path::of)
                    .toList();
        }
        Path toml = folder.resolve("flyway.toml");
        Path conf = folder.resolve("flyway.conf");
        boolean isThere = Files.isRegularFile(conf);
        if (Files.isRegularFile(toml)) {
            if (isThere) {
                remarks.accept("flyway.conf is not read, because flyway.toml is there.");
            }
            return List.of(toml);
        }
        return isThere ? List.of(conf) : List.of();
    }

    static Map<String, String> read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return file.toString().endsWith(".toml")
                    ? FlywayToml.read(file, text)
                    : ConfigUtils.loadConfigurationFromReader(text);
        } catch (IOException | FlywayException | IllegalArgumentException e) {
            throw CommandException.wrongUse("The configuration cannot be read: " + e);
        }
    }
}
