package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

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

    private static final String NO_PATH =
            "this JVM has no letters for it, because it names files in %s; set LC_ALL=C.UTF-8";

    /** Where Linux has a file system in memory, which is several times as fast under load. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Containers have 64 MB there by default: too little to work with. */
    private static final long MEMORY_NEEDED = 1L << 30;

    /**
     * A folder in the one of that name, which stays as it is, or, if the name is empty, the first usual one that can be used.
     */
    static WorkFolder open(String name) {
        List<String> failures = new ArrayList<>();
        for (String candidate : name.isEmpty()
                ? UsualFolders.of(System.getenv(), System::getProperty)
                : List.of(name + "/switchback")) {
            try {
                return at(Path.of(candidate).toAbsolutePath(), name.isEmpty() ? inMemory() : Optional.empty());
            } catch (IOException e) {
                failures.add(candidate + ": " + reason(e));
            } catch (InvalidPathException e) {
                failures.add(candidate + ": " + NO_PATH.formatted(System.getProperty("sun.jnu.encoding")));
            }
        }
        throw unusable(failures);
    }

    private static Optional<Path> inMemory() {
        try {
            if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= MEMORY_NEEDED) {
                Path path = MEMORY.resolve("switchback-" + UsualFolders.user(System::getProperty));
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

    private static WorkFolder at(Path path, Optional<Path> memory) throws IOException {
        boolean root = protect(path);
        return new WorkFolder(
                path,
                OpenFolders.createAll(path.resolve("binaries")),
                OpenFolders.createAll(path.resolve("clusters")),
                OpenFolders.createAll(path.resolve("scratch")),
                memory.isPresent() ? memory.get() : OpenFolders.createAll(path.resolve("servers")),
                root);
    }

    /**
     * Creates the folder if need be. Others must neither own what is executed here nor write to it; the account that root
     * hands over to must pass.
     *
     * @return whether it is root's
     */
    private static boolean protect(Path path) throws IOException {
        OpenFolders.createAll(path);
        Path probe = Files.createFile(
                path.resolve("probe-%016x".formatted(ThreadLocalRandom.current().nextLong())));
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
