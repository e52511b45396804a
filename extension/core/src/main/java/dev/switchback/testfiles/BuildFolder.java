package dev.switchback.testfiles;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder in which a run may leave what the next one can use, and anybody may remove. */
public final class BuildFolder {

    private static final String NAME = "switchback";

    private BuildFolder() {}

    /** A folder of this name below what the build of the tested module makes, or else in the user's cache. It may be missing. */
    public static Path ofThisRun(String name) {
        return TestModule.built()
                .map(folder -> folder.resolve(NAME))
                .orElseGet(BuildFolder::ofUser)
                .resolve(name);
    }

    private static Path ofUser() {
        return ofUser(
                System.getenv(), System.getProperty("os.name"), home(System.getProperty("user.home"), System.getenv()));
    }

    /** The JVM has a question mark for a home that the system does not know, as of a user that is only a number. */
    static Path home(String known, Map<String, String> environment) {
        return known.equals("?")
                ? path(environment, "HOME").orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")))
                : Path.of(known);
    }

    /** The folder for what people read after a run, below what the build of the tested module makes; empty if no build is known. */
    public static Optional<Path> ofReports() {
        return TestModule.built().map(folder -> folder.resolve(NAME));
    }

    /** The folder of the tested module. */
    public static Path ofModule() {
        return TestModule.own();
    }

    /** The place that an operating system has for such files. */
    static Path ofUser(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("Windows")) {
            return path(environment, "LOCALAPPDATA").orElse(home).resolve(NAME);
        }
        return system.startsWith("Mac")
                ? home.resolve("Library/Caches").resolve(NAME)
                : path(environment, "XDG_CACHE_HOME")
                        .orElse(home.resolve(".cache"))
                        .resolve(NAME);
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
