package dev.switchback.lint.files;

import dev.switchback.lint.LintException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * The folders of Flyway's locations, as people change them.
 *
 * @param unseen the locations for which there is none
 */
record SourceFolders(List<Path> folders, List<String> unseen) {

    private static final String CLASS_PATH = "classpath:";
    private static final String FILE_SYSTEM = "filesystem:";

    /** Where builds put a module's resources and classes, and where these come from. */
    private static final Map<Path, List<String>> SOURCES = Map.of(
            Path.of("target", "classes"), List.of("src/main/resources", "src/main/java", "src/main/kotlin"),
            Path.of("target", "test-classes"), List.of("src/test/resources", "src/test/java", "src/test/kotlin"),
            Path.of("build", "resources", "main"), List.of("src/main/resources"),
            Path.of("build", "resources", "test"), List.of("src/test/resources"),
            Path.of("build", "classes", "java", "main"), List.of("src/main/java"),
            Path.of("build", "classes", "java", "test"), List.of("src/test/java"),
            Path.of("build", "classes", "kotlin", "main"), List.of("src/main/kotlin"),
            Path.of("build", "classes", "kotlin", "test"), List.of("src/test/kotlin"),
            Path.of("bin", "main"), List.of("src/main/resources", "src/main/java"),
            Path.of("bin", "test"), List.of("src/test/resources", "src/test/java"));

    static SourceFolders of(Configuration flyway) {
        Set<Path> folders = new LinkedHashSet<>();
        List<String> unseen = new ArrayList<>();
        for (Location location : flyway.getLocations()) {
            String descriptor = location.getDescriptor();
            List<Path> found = descriptor.startsWith(FILE_SYSTEM)
                    ? onDisk(descriptor.substring(FILE_SYSTEM.length()))
                    : descriptor.startsWith(CLASS_PATH)
                            ? onClassPath(descriptor.substring(CLASS_PATH.length()), flyway.getClassLoader())
                            : List.of();
            if (found.isEmpty()) {
                unseen.add(descriptor);
            }
            folders.addAll(found);
        }
        return new SourceFolders(List.copyOf(folders), unseen);
    }

    private static List<Path> onDisk(String location) {
        int wildcard = firstWildcard(location);
        String plain =
                wildcard < 0 ? location : location.substring(0, Math.max(0, location.lastIndexOf('/', wildcard)));
        return existing(Path.of(plain));
    }

    private static int firstWildcard(String location) {
        for (int i = 0; i < location.length(); i++) {
            if (location.charAt(i) == '*' || location.charAt(i) == '?') {
                return i;
            }
        }
        return -1;
    }

    private static List<Path> onClassPath(String location, ClassLoader loader) {
        int wildcard = firstWildcard(location);
        String plain = (wildcard < 0
                        ? location
                        : location.substring(0, Math.max(0, location.lastIndexOf('/', wildcard))))
                .replaceFirst("^/", "");
        Set<Path> folders = new LinkedHashSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(plain))) {
                folders.addAll(ofBuilt(url, plain));
            }
        } catch (IOException e) {
            throw new LintException("The class path cannot be searched for %s: %s".formatted(location, e), e);
        }
        return List.copyOf(folders);
    }

    private static List<Path> ofBuilt(URL url, String location) throws IOException {
        Path built;
        try {
            URI uri = url.toURI();
            if (!"file".equals(uri.getScheme())) {
                return List.of();
            }
            built = Path.of(uri);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notAFolder) {
            return List.of();
        }
        Path root = built;
        for (int i = 0; i < (location.isEmpty() ? 0 : Path.of(location).getNameCount()); i++) {
            root = root.getParent() == null ? root : root.getParent();
        }
        List<Path> sources = new ArrayList<>();
        for (Map.Entry<Path, List<String>> each : SOURCES.entrySet()) {
            if (root.endsWith(each.getKey())) {
                Path module =
                        root.resolve(each.getKey().relativize(Path.of(""))).normalize();
                for (String source : each.getValue()) {
                    sources.addAll(existing(module.resolve(source).resolve(location)));
                }
            }
        }
        return sources.isEmpty() ? existing(built) : sources;
    }

    private static List<Path> existing(Path folder) {
        try {
            return Files.isDirectory(folder) ? List.of(folder.toRealPath()) : List.of();
        } catch (IOException e) {
            throw new LintException("The folder %s cannot be read: %s".formatted(folder, e), e);
        }
    }
}
