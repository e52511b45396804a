package dev.switchback.testfiles;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The folder of a build's module, found by what its build puts on the class path. */
final class TestModule {

    /** Where Maven and Gradle put what they make of a module's tests. */
    private static final List<Path> BUILT = List.of(
            Path.of("target", "test-classes"),
            Path.of("build", "resources", "test"),
            Path.of("build", "classes", "java", "test"));

    private TestModule() {}

    /** The resources of this name on the class path of the thread. */
    static List<URL> copies(String name) {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        try {
            return own == null ? List.of() : Collections.list(own.getResources(name));
        } catch (IOException e) {
            throw new TestFileException("The class path cannot be searched for " + name + ": " + e, e);
        }
    }

    /** The module that is tested: its tests may be run from another folder, as from the root of a build. */
    static Path own() {
        return copies("").stream()
                .flatMap(folder -> pathOf(folder).flatMap(TestModule::of).stream())
                .findFirst()
                .orElse(Path.of(""));
    }

    /** The folder of the build's output of the module that is tested: {@code target} or {@code build}; empty if no build is known. */
    static Optional<Path> built() {
        return copies("").stream()
                .flatMap(folder -> pathOf(folder).stream())
                .flatMap(folder -> BUILT.stream()
                        .filter(folder::endsWith)
                        .map(built -> of(folder).orElseThrow().resolve(built.getName(0))))
                .findFirst();
    }

    /** The module whose build made a folder of the class path. */
    private static Optional<Path> of(Path folder) {
        return BUILT.stream()
                .filter(folder::endsWith)
                .map(built -> folder.resolve(built.relativize(Path.of(""))).normalize())
                .findFirst();
    }

    /** The module whose build put a copy of a file of this name on the class path. */
    static Optional<Path> ofCopy(URL copy, Path name) {
        return pathOf(copy).flatMap(file -> {
            Path folder = file;
            for (int i = 0; i < name.getNameCount(); i++) {
                folder = Objects.requireNonNull(folder.getParent());
            }
            return of(folder);
        });
    }

    private static Optional<Path> pathOf(URL url) {
        try {
            return Optional.of(Path.of(url.toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notAFile) {
            return Optional.empty();
        }
    }
}
