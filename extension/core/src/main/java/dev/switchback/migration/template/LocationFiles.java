package dev.switchback.migration.template;

import dev.switchback.text.Digest;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * All files below a location of Flyway's, with all that is in them. Whether Flyway runs a file is not asked: one more makes another
 * digest, and no harm is done. Where there are classes, all classes beside them count, because they may call each other.
 */
final class LocationFiles {

    private static final String CLASS_PATH = "classpath:";
    private static final String FILES = "filesystem:";

    private final ClassLoader loader;
    private final Digest digest = new Digest();

    LocationFiles(ClassLoader loader) {
        this.loader = loader;
    }

    /** Empty if a location is of a kind that is not read here. */
    Optional<String> digest(List<String> locations) {
        try {
            for (String location : locations) {
                digest.add(location);
                if (location.indexOf('*') >= 0 || location.indexOf('?') >= 0 || !add(location)) {
                    return Optional.empty();
                }
            }
            return Optional.of(digest.hex());
        } catch (IOException | URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private boolean add(String location) throws IOException, URISyntaxException {
        if (location.startsWith(FILES)) {
            Path folder = Path.of(location.substring(FILES.length()));
            return Files.isDirectory(folder) && addFolder(folder, folder);
        }
        String path = location.startsWith(CLASS_PATH) ? location.substring(CLASS_PATH.length()) : location;
        if (path.contains(":")) {
            return false;
        }
        String name = path.replaceAll("^/+|/+$", "");
        List<URL> places = Collections.list(loader.getResources(name));
        for (URL place : places) {
            if (!addPlace(place, name)) {
                return false;
            }
        }
        return !places.isEmpty();
    }

    private boolean addPlace(URL place, String name) throws IOException, URISyntaxException {
        if (place.getProtocol().equals("file")) {
            Path folder = Path.of(place.toURI());
            Path root = folder;
            for (String step : name.split("/")) {
                root = root.getParent() == null || step.isEmpty() ? root : root.getParent();
            }
            return addFolder(folder, root);
        }
        if (place.getProtocol().equals("jar") && place.openConnection() instanceof JarURLConnection jar) {
            URI file = jar.getJarFileURL().toURI();
            return file.getScheme().equals("file") && addJar(Path.of(file), name + "/");
        }
        return false;
    }

    /** @param root the folder of all classes that are compiled together */
    private boolean addFolder(Path folder, Path root) throws IOException {
        List<Path> files = below(folder);
        boolean haveClasses = files.stream().anyMatch(LocationFiles::isClass);
        add(folder, files);
        if (haveClasses) {
            add(root, below(root).stream().filter(LocationFiles::isClass).toList());
        }
        return true;
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".class");
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void add(Path folder, List<Path> files) throws IOException {
        digest.add(files.size());
        for (Path file : files) {
            add(folder.relativize(file).toString().replace('\\', '/'), content(file));
        }
    }

    // A stream of a file, as one of a channel takes several times as long in a JVM that has just begun.
    private static byte[] content(Path file) throws IOException {
        try (InputStream content = new FileInputStream(file.toFile())) {
            return content.readAllBytes();
        }
    }

    private void add(String name, byte[] content) {
        digest.add(name).add(content);
    }

    private boolean addJar(Path file, String beginning) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<JarEntry> entries = Collections.list(jar.entries()).stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(beginning))
                    .toList();
            for (JarEntry entry : entries) {
                try (InputStream content = jar.getInputStream(entry)) {
                    add(entry.getName(), content.readAllBytes());
                }
            }
            if (entries.stream().anyMatch(entry -> entry.getName().endsWith(".class"))) {
                add(file.getFileName().toString(), content(file));
            }
        }
        return true;
    }
}
