package dev.switchback.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * PostgreSQL, unpacked.
 *
 * @param key the archive's
 */
record Binaries(Platform platform, String key, String major, Path path) {

    static Binaries of(Archive archive, Platform platform, WorkFolder folder) throws IOException {
        String key = archive.key();
        Path path = folder.binaries().resolve(key);
        if (!Files.isDirectory(path)) {
            try (OwnedFolder scratch = OwnedFolder.create(folder.scratch());
                    InputStream content = archive.open()) {
                Path unpacked = OpenFolders.create(scratch.path().resolve("unpacked"));
                Unpacking.unpack(content, unpacked);
                // before the folder: where that is whole, so is this
                Path manifest = scratch.path().resolve("manifest");
                Manifest.of(unpacked).write(manifest);
                Files.move(manifest, manifest(path), StandardCopyOption.REPLACE_EXISTING);
                publish(unpacked, path);
            }
        }
        return new Binaries(platform, key, archive.major(), path);
    }

    /** Whether this is some version or a later one; no if it is not known which it is. */
    boolean isAtLeast(int version) {
        return !major.isEmpty() && Integer.parseInt(major) >= version;
    }

    private static Path manifest(Path path) {
        return path.resolveSibling(path.getFileName() + ".files");
    }

    /** Whether a file is not as it was unpacked, or not there. All are read, so it is asked only where something does not work. */
    boolean areDamaged() throws IOException {
        Path manifest = manifest(path);
        return Files.isDirectory(path)
                && Files.exists(manifest)
                && !Manifest.of(path).equals(Manifest.read(manifest));
    }

    /** Removes them, so that they are unpacked again. */
    void remove() throws IOException {
        Trees.delete(path);
        Files.deleteIfExists(manifest(path));
    }

    /** Moves a finished folder to its place. If another JVM was first, its folder is as good. */
    static void publish(Path finished, Path place) throws IOException {
        try {
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
        }
    }

    Path executable(String name) {
        return path.resolve("bin").resolve(platform.executable(name));
    }
}
