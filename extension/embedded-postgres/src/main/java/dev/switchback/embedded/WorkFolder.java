package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is kept.
 *
 * @param binaries unpacked archives, by their keys
 * @param clusters initialized data directories, by version and account
 * @param scratch what is being made, to be moved to one of these
 * @param servers the data of running servers
 * @param root whether this JVM is root's
 */
record WorkFolder(Path path, Path binaries, Path clusters, Path scratch, Path servers, boolean root) {

    static final String OPTION = "switchback.embedded-postgres.folder";

    /** Where Linux has a file system in memory, which is several times as fast under load. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Containers have 64 MB there by default: too little to work with. */
    private static final long MEMORY_NEEDED = 1L << 30;

    /**
     * A folder in the one of that name, which stays as it is, or, if the name is empty, the first usual one that can be used.
     */
    static WorkFolder open(String name) {
        List<String> failures = new ArrayList<>();
        List<Path> candidates = name.isEmpty()
                ? usual(System.getenv())
                : List.of(Path.of(name).toAbsolutePath().resolve("switchback"));
        for (Path candidate : candidates) {
            try {
                return at(candidate, name.isEmpty() ? inMemory() : Optional.empty());
            } catch (IOException e) {
                failures.add(candidate + ": " + reason(e));
            }
        }
        throw unusable(failures);
    }

    private static Optional<Path> inMemory() {
        try {
            if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= MEMORY_NEEDED) {
                Path path = MEMORY.resolve("switchback-" + user());
                protect(path);
                return Optional.of(path);
            }
        } catch (IOException e) {
            // Another user's, perhaps; the other place is as good, only slower.
        }
        return Optional.empty();
    }

    private static ProvisionException unusable(List<String> failures) {
        return new ProvisionException("There is no folder to keep PostgreSQL in:\n\n  " + String.join("\n  ", failures)
                + "\n\nName one that you may write to with " + OPTION + ".");
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return kind.equals("IO") ? String.valueOf(e.getMessage()) : kind;
    }

    /** The cache folder of the system, and the temporary one, which is cleaned by and by, as a last resort. */
    static List<Path> usual(Map<String, String> environment) {
        String user = user();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "switchback-" + user);
        return List.of(cache(environment, user), temporary);
    }

    private static String user() {
        return System.getProperty("user.name").replaceAll("[^\\w.-]", "_");
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

    private static WorkFolder at(Path path, Optional<Path> memory) throws IOException {
        boolean root = protect(path);
        return new WorkFolder(
                path,
                Files.createDirectories(path.resolve("binaries")),
                Files.createDirectories(path.resolve("clusters")),
                Files.createDirectories(path.resolve("scratch")),
                memory.isPresent() ? memory.get() : Files.createDirectories(path.resolve("servers")),
                root);
    }

    /**
     * Creates the folder if need be. Others must neither own what is executed here nor write to it; the account that root
     * hands over to must pass.
     *
     * @return whether it is root's
     */
    private static boolean protect(Path path) throws IOException {
        Files.createDirectories(path);
        Path probe = Files.createTempFile(path, "probe", "");
        try {
            if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                return false;
            }
            boolean root = Files.getAttribute(probe, "unix:uid").equals(0);
            // Not of what a link leads to: in a folder that all may write to, anybody can place a link.
            UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
            if (!owner.equals(Files.getOwner(probe))) {
                throw new IOException("it belongs to " + owner.getName());
            }
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(root ? "rwx--x--x" : "rwx------"));
            if (root) {
                requirePassage(path);
            }
            return root;
        } finally {
            Files.delete(probe);
        }
    }

    private static void requirePassage(Path path) throws IOException {
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IOException("PostgreSQL does not run as root, and other users cannot enter " + parent);
            }
        }
    }
}
