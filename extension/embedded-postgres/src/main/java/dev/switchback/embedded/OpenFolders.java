package dev.switchback.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that others may read, whatever the umask of this JVM is: root's are of use to another account. */
final class OpenFolders {

    private OpenFolders() {}

    /** Creates a folder in one that is there. */
    static Path create(Path folder) throws IOException {
        Files.createDirectory(folder);
        permit(folder, "rwxr-xr-x");
        return folder;
    }

    /** Creates a folder, and those above it, where they are not there; those that are stay as they are. */
    static Path createAll(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path parent = folder.getParent();
        if (parent != null && Files.notExists(parent)) {
            createAll(parent);
        }
        try {
            return create(folder);
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(folder)) {
                return folder;
            }
            throw e;
        }
    }

    /** Lets everybody read a file, or run it. */
    static void permitFile(Path file, boolean isExecutable) throws IOException {
        permit(file, isExecutable ? "rwxr-xr-x" : "rw-r--r--");
    }

    private static void permit(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
