package dev.switchback.jupiter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Flyway locations, checked before a database is touched. */
final class FlywayLocations {

    private static final String FILESYSTEM = "filesystem:";

    private FlywayLocations() {}

    /** Returns the locations if those on this machine exist. */
    static List<String> check(List<String> locations) {
        locations.stream()
                .filter(location -> location.startsWith(FILESYSTEM))
                .filter(location -> !hasWildcard(location))
                .filter(location -> !Files.isDirectory(folder(location)))
                .findFirst()
                .ifPresent(location -> {
                    throw ConfigurationErrors.value(
                            "location",
                            location,
                            "there is no such folder (looked for "
                                    + folder(location).toAbsolutePath()
                                    + "); correct the path, which starts at the folder where the tests run");
                });
        return locations;
    }

    private static Path folder(String location) {
        return Path.of(location.substring(FILESYSTEM.length()));
    }

    private static boolean hasWildcard(String location) {
        return location.indexOf('*') >= 0 || location.indexOf('?') >= 0;
    }
}
