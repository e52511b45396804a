package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where everything is kept.
 *
 * @param binaries unpacked archives, by their keys
 * @param clusters initialized data directories, by version and account
 * @param servers what belongs to running JVMs
 * @param root whether this JVM is root's
 */
record WorkFolder(Path path, Path binaries, Path clusters, Path servers, boolean root) {

    static final String OPTION = "switchback.embedded-postgres.folder";

    /** The folder of that name or, if it is empty, the first usual one that can be used. */
    static WorkFolder open(String name) {
        if (!name.isEmpty()) {
            try {
                return at(Path.of(name).toAbsolutePath());
            } catch (IOException e) {
                throw unusable(List.of(name + ": " + reason(e)), e);
            }
        }
        List<String> failures = new ArrayList<>();
        for (Path candidate : usual(System.getenv())) {
            try {
                return at(candidate);
            } catch (IOException e) {
                failures.add(candidate + ": " + reason(e));
            }
        }
        throw unusable(failures, null);
    }

    private static ProvisionException unusable(
            List<String> failures, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ProvisionException(
                "There is no folder to keep PostgreSQL in:\n\n  " + String.join("\n  ", failures)
                        + "\n\nName one that you may write to with " + OPTION + ".",
                cause);
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return kind.equals("IO") || kind.equals("FileSystem") ? String.valueOf(e.getMessage()) : kind;
    }

    /** The cache folder of the system, and the temporary one, which is cleaned by and by, as a last resort. */
    static List<Path> usual(Map<String, String> environment) {
        String user = System.getProperty("user.name").replaceAll("[^\\w.-]", "_");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "switchback-" + user);
        return List.of(cache(environment, user), temporary);
    }

    private static Path cache(Map<String, String> environment, String user) {
        Path home = Path.of(System.getProperty("user.home"));
        String os = System.getProperty("os.name");
        if (os.startsWith("Windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home : Path.of(local)).resolve("switchback");
        }
        if (user.equals("root")) {
            // Root's home is closed to the account that PostgreSQL runs as.
            return Path.of("/var/cache/switchback");
        }
        if (os.startsWith("Mac")) {
            return home.resolve("Library/Caches/switchback");
        }
        String xdg = environment.get("XDG_CACHE_HOME");
        return (xdg == null || xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg)).resolve("switchback");
    }

    private static WorkFolder at(Path path) throws IOException {
        Files.createDirectories(path);
        Path probe = Files.createTempFile(path, "probe", "");
        try {
            boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
            boolean root = posix && Files.getAttribute(probe, "unix:uid").equals(0);
            if (posix) {
                protect(path, probe, root);
            }
            return new WorkFolder(
                    path,
                    Files.createDirectories(path.resolve("binaries")),
                    Files.createDirectories(path.resolve("clusters")),
                    Files.createDirectories(path.resolve("servers")),
                    root);
        } finally {
            Files.delete(probe);
        }
    }

    /** Others must neither own what is executed here nor write to it; the account that root hands over to must pass. */
    private static void protect(Path path, Path probe, boolean root) throws IOException {
        if (!Files.getOwner(path).equals(Files.getOwner(probe))) {
            throw new IOException("it belongs to " + Files.getOwner(path).getName());
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(root ? "rwx--x--x" : "rwx------"));
        for (Path parent = path.getParent(); root && parent != null; parent = parent.getParent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(parent);
            if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IOException("PostgreSQL does not run as root, and other users cannot enter " + parent);
            }
        }
    }
}
