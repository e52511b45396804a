package dev.switchback.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
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
                    "A configuration of Flyway, in the form of flyway.conf or in TOML; by default flyway.toml or flyway.conf, if it is there.")
    private List<Path> files = List.of();

    @Option(
            names = "--placeholder",
            paramLabel = "NAME=VALUE",
            description = "A value for a placeholder in the migrations.")
    private Map<String, String> placeholders = Map.of();

    private @Nullable Map<String, String> settings;

    /** The configuration, without a database: options before environment variables, and these before files. */
    FluentConfiguration flyway(Environment environment) {
        return flyway(
                environment, locations.stream().map(MigrationOptions::location).toList());
    }

    /** The same, with other migrations. */
    FluentConfiguration flyway(Environment environment, Path folder) {
        return flyway(environment, List.of("filesystem:" + folder));
    }

    private FluentConfiguration flyway(Environment environment, List<String> named) {
        Map<String, String> configured = settings(environment);
        FluentConfiguration flyway = Flyway.configure();
        if (!configured.isEmpty()) {
            flyway.configuration(configured);
        }
        if (!named.isEmpty()) {
            flyway.locations(named.toArray(String[]::new));
        } else if (!configured.containsKey("flyway.locations")) {
            flyway.locations(usualLocation(environment));
        }
        flyway.locations(environment.locations(
                Arrays.stream(flyway.getLocations()).map(Location::toString).toList()));
        checkFolders(flyway, environment);
        Map<String, String> values = new HashMap<>(flyway.getPlaceholders());
        values.putAll(placeholders);
        return flyway.placeholders(values).cleanDisabled(true);
    }

    /** Flyway's settings, read once in a call, when those that are not taken over are told. */
    private Map<String, String> settings(Environment environment) {
        if (settings == null) {
            FlywaySettings read = new FlywaySettings();
            ConfigurationFiles.of(files, environment)
                    .forEach(file -> read.addFile(file.toString(), ConfigurationFiles.read(file)));
            environment.build().ifPresent(build -> build.ofProject().forEach(read::addPlaced));
            read.addVariables(environment.variables());
            environment.build().ifPresent(build -> build.ofCall().forEach(read::addPlaced));
            read.remarks().forEach(environment.remarks());
            settings = read.settings();
        }
        return settings;
    }

    /** Flyway takes a folder that is not there for an empty one. */
    private static void checkFolders(FluentConfiguration flyway, Environment environment) {
        for (Location location : flyway.getLocations()) {
            String descriptor = location.getDescriptor();
            String folder = descriptor.replaceFirst("^filesystem:", "");
            if (!folder.equals(descriptor) && !folder.matches(".*[*?].*") && !Files.isDirectory(Path.of(folder))) {
                throw CommandException.wrongUse(SwitchbackCall.NO_FOLDER
                        + environment.shown(descriptor).replaceFirst("^filesystem:", "") + " of migrations here, in "
                        + environment.folder().toAbsolutePath() + ".");
            }
        }
    }

    private static String location(String given) {
        return given.matches("[a-z]+:.*") ? given : "filesystem:" + given;
    }

    private static String usualLocation(Environment environment) {
        return USUAL.stream()
                .filter(folder -> Files.isDirectory(environment.at(Path.of(folder))))
                .map(folder -> "filesystem:" + folder)
                .findFirst()
                .orElseThrow(() -> CommandException.wrongUse(
                        SwitchbackCall.NONE_NAMED + ", and there is none of the folders " + String.join(", ", USUAL)
                                + " here. Say where they are: --locations filesystem:FOLDER"));
    }
}
