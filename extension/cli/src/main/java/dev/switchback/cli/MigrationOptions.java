package dev.switchback.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import picocli.CommandLine.Option;

/** Which migrations, and how Flyway is configured. */
final class MigrationOptions {

    private static final List<String> USUAL = List.of("src/main/resources/db/migration", "db/migration", "sql");

    @Option(
            names = {"-l", "--locations"},
            split = ",",
            paramLabel = "LOCATION",
            description = {
                "Folders of migrations, as Flyway takes them: filesystem:db/migration.",
                "By default what the configuration says, or else the first of src/main/resources/db/migration,"
                        + " db/migration and sql that is there."
            })
    private List<String> locations = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "A configuration of Flyway in the form of flyway.conf; by default flyway.conf, if it is there.")
    private List<Path> files = List.of();

    @Option(
            names = "--placeholder",
            paramLabel = "NAME=VALUE",
            description = "A value for a placeholder in the migrations.")
    private Map<String, String> placeholders = Map.of();

    /** The configuration, without a database. */
    FluentConfiguration flyway() {
        Map<String, String> settings = new HashMap<>();
        Path usual = Path.of("flyway.conf");
        List<Path> read = files.isEmpty() && Files.isRegularFile(usual) ? List.of(usual) : files;
        read.forEach(file -> settings.putAll(settings(file)));
        // the database of the configuration is not the one that migrations are tried on
        settings.keySet().removeIf(name -> name.matches("flyway\\.(url|user|password|driver)"));
        FluentConfiguration flyway = Flyway.configure().configuration(settings);
        if (!locations.isEmpty()) {
            flyway.locations(locations.stream().map(MigrationOptions::location).toArray(String[]::new));
        } else if (!settings.containsKey("flyway.locations")) {
            flyway.locations(usualLocation());
        }
        checkFolders(flyway);
        Map<String, String> values = new HashMap<>(flyway.getPlaceholders());
        values.putAll(placeholders);
        return flyway.placeholders(values).cleanDisabled(true);
    }

    /** Flyway takes a folder that is not there for an empty one. */
    private static void checkFolders(FluentConfiguration flyway) {
        for (Location location : flyway.getLocations()) {
            String descriptor = location.getDescriptor();
            String folder = descriptor.replaceFirst("^filesystem:", "");
            if (!folder.equals(descriptor) && !folder.matches(".*[*?].*") && !Files.isDirectory(Path.of(folder))) {
                throw CommandException.wrongUse("There is no folder " + folder + " of migrations here, in "
                        + Path.of("").toAbsolutePath() + ".");
            }
        }
    }

    /** The same, with other migrations. */
    FluentConfiguration flyway(Path folder) {
        return flyway().locations("filesystem:" + folder);
    }

    private static String location(String given) {
        return given.matches("[a-z]+:.*") ? given : "filesystem:" + given;
    }

    private static String usualLocation() {
        return USUAL.stream()
                .filter(folder -> Files.isDirectory(Path.of(folder)))
                .map(folder -> "filesystem:" + folder)
                .findFirst()
                .orElseThrow(() -> CommandException.wrongUse(
                        "No migrations are named, and there is none of the folders " + String.join(", ", USUAL)
                                + " here. Say where they are: --locations filesystem:FOLDER"));
    }

    private static Map<String, String> settings(Path file) {
        if (file.toString().endsWith(".toml")) {
            throw CommandException.wrongUse(
                    "Only configurations in the form of flyway.conf are read, not " + file + ".");
        }
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw CommandException.wrongUse("The configuration cannot be read: " + e);
        }
        Map<String, String> settings = new HashMap<>();
        Stream.of(read.stringPropertyNames().toArray(String[]::new))
                .forEach(name -> settings.put(name, read.getProperty(name)));
        return settings;
    }
}
