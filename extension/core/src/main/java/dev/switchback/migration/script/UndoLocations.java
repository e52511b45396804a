package dev.switchback.migration.script;

import dev.switchback.migration.MigrationsException;
import dev.switchback.text.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.resource.LoadableResource;

/** Looks whether locations of undo scripts are there, over which Flyway says nothing. */
final class UndoLocations {

    private static final String FILES = "filesystem:";
    private static final String CLASSES = "classpath:";

    private final ClassLoader loader;
    private final Collection<LoadableResource> scanned;

    /**
     * Prepares to look.
     *
     * @param scanned the files of all locations
     */
    UndoLocations(ClassLoader loader, Collection<LoadableResource> scanned) {
        this.loader = loader;
        this.scanned = scanned;
    }

    /** Fails if one is not there. */
    void check(List<String> undoLocations) {
        undoLocations.stream().filter(this::isMissing).findFirst().ifPresent(location -> {
            throw new MigrationsException("The location of undo scripts %s is not there.%s"
                    .formatted(
                            location,
                            nearest(location)
                                    .map(found -> " Did you mean " + found + "?")
                                    .orElse(" Make the folder, or take the location out of the setting undo.")));
        });
    }

    private boolean isMissing(String location) {
        try {
            if (location.startsWith(FILES)) {
                return !hasWildcard(location) && !Files.isDirectory(Path.of(location.substring(FILES.length())));
            }
            boolean isOfClasses = location.startsWith(CLASSES) || !location.contains(":");
            return isOfClasses && !hasWildcard(location) && !isOnClassPath(onClassPath(location));
        } catch (InvalidPathException e) {
            return true;
        }
    }

    private static boolean hasWildcard(String location) {
        return location.contains("*") || location.contains("?");
    }

    private static String onClassPath(String location) {
        return (location.startsWith(CLASSES) ? location.substring(CLASSES.length()) : location)
                .replaceAll("^/+|/+$", "");
    }

    /** Archives need not name their folders. */
    private boolean isOnClassPath(String folder) {
        return folder.isEmpty()
                || loader.getResource(folder) != null
                || loader.getResource(folder + "/") != null
                || scanned.stream()
                        .anyMatch(file ->
                                file.getAbsolutePath().replace('\\', '/').startsWith(folder + "/"));
    }

    private static Optional<String> nearest(String location) {
        if (!location.startsWith(FILES)) {
            return Optional.empty();
        }
        Path missing = Path.of(location.substring(FILES.length()));
        Path parent = missing.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent) || missing.getFileName() == null) {
            return Optional.empty();
        }
        String name = missing.getFileName().toString();
        try (Stream<Path> beside = Files.list(parent)) {
            return beside.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(other -> NearestName.distance(other, name) <= Math.max(2, name.length() / 3))
                    .min(Comparator.comparingInt(other -> NearestName.distance(other, name)))
                    .map(other -> FILES + missing.resolveSibling(other));
        } catch (IOException notToBeRead) {
            return Optional.empty();
        }
    }
}
