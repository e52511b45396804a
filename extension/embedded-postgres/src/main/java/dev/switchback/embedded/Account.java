package dev.switchback.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom PostgreSQL runs as: it refuses to run as root.
 *
 * @param name how messages call it
 * @param prefix what commands begin with to run as this account
 * @param uid the owner of data directories, or -1 for whoever runs this JVM
 */
record Account(String name, List<String> prefix, int uid) {

    private static final int NOBODY = 65534;

    /** The user of this JVM. */
    static final Account OWN = new Account("this user", List.of(), -1);

    /**
     * The accounts that root can use, best first. A user namespace gives the processes another number while files stay root's; some
     * containers forbid it, and those without the right to change users have nothing else.
     */
    static final List<Account> FOR_ROOT = List.of(
            new Account(
                    "nobody",
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"),
                    NOBODY),
            new Account("a user namespace", List.of("unshare", "--user", "--"), -1));

    List<String> command(Path executable, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(executable.toString());
        command.addAll(arguments);
        return command;
    }

    /** Creates a folder that is this account's alone. */
    void createFolder(Path folder) throws IOException {
        if (posix(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
        own(folder);
    }

    /** Gives a file to this account. */
    void own(Path file) throws IOException {
        if (uid >= 0) {
            Files.setAttribute(file, "unix:uid", uid);
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
