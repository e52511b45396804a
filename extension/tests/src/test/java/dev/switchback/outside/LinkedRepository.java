package dev.switchback.outside;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A local Maven repository made of links into the user's, in which this build's artifacts are installed and of which the
 * user's learns nothing. Downloads into it go into the user's.
 */
final class LinkedRepository {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

    private final Path folder;
    private final String version;

    private LinkedRepository(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** Makes a repository in a folder that is not there yet. */
    static LinkedRepository create(Path folder) throws IOException {
        Path users = Path.of(System.getProperty(
                "localRepository",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
        link(users, folder, "dev");
        link(users.resolve("dev"), folder.resolve("dev"), "switchback");
        Matcher version = VERSION.matcher(Files.readString(ROOT.resolve("extension/bom/pom.xml")));
        if (!version.find()) {
            throw new IllegalStateException("no version in the BOM");
        }
        LinkedRepository repository = new LinkedRepository(folder, version.group(1));
        repository.install("switchback-parent", ROOT, false);
        repository.install("switchback-bom", ROOT.resolve("extension/bom"), false);
        repository.install("switchback", ROOT.resolve("extension/core"), true);
        for (String module : List.of("libraries", "libraries/step", "libraries/oldest", "embedded-postgres")) {
            repository.install(
                    "switchback-" + module.replace('/', '-'),
                    ROOT.resolve("extension").resolve(module),
                    true);
        }
        return repository;
    }

    Path folder() {
        return folder;
    }

    private static void link(Path from, Path to, String without) throws IOException {
        Files.createDirectories(from);
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().equals(without)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toRealPath());
                }
            }
        }
    }

    private void install(String artifact, Path module, boolean hasJar) throws IOException {
        Path place = Files.createDirectories(
                folder.resolve("dev/switchback").resolve(artifact).resolve(version));
        Files.copy(module.resolve("pom.xml"), place.resolve(artifact + "-" + version + ".pom"));
        if (hasJar) {
            jar(module.resolve("target/classes"), place.resolve(artifact + "-" + version + ".jar"));
        }
    }

    private static void jar(Path classes, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> entries = Files.walk(classes)) {
            for (Path entry : entries.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
                Files.copy(entry, jar);
                jar.closeEntry();
            }
        }
    }
}
