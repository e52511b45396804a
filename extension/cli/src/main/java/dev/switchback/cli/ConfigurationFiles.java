package dev.switchback.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.configuration.ConfigUtils;

/** Files with a configuration of Flyway. */
final class ConfigurationFiles {

    private ConfigurationFiles() {}

    /** Those that are named, or else the usual one of the folder of the call. */
    static List<Path> of(List<Path> named, Environment environment) {
        Optional<String> variable = environment.value(FlywaySettings.FILES);
        if (!named.isEmpty()) {
            return named;
        }
        if (variable.isPresent()) {
            return Stream.of(variable.get().split(","))
                    .map(String::strip)
                    .map(file -> environment.at(Path.of(file)))
                    .toList();
        }
        Path toml = environment.at(Path.of("flyway.toml"));
        Path conf = environment.at(Path.of("flyway.conf"));
        boolean isThere = Files.isRegularFile(conf);
        if (Files.isRegularFile(toml)) {
            if (isThere) {
                environment.remarks().accept("flyway.conf is not read, because flyway.toml is there.");
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
