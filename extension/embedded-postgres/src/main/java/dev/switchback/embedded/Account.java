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

    /** Processes get the number of nobody, while files stay this user's; some containers forbid it. */
    private static final Account OTHER_NUMBER = new Account("a user namespace", List.of("unshare", "--user", "--"), -1);

    /** The accounts that can be used, best first. Those without the right to change users have a user namespace alone. */
    static List<Account> usable(boolean isRoot) {
        if (isRoot) {
            return List.of(
                    new Account(
                            "nobody",
                            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"),
                            NOBODY),
                    OTHER_NUMBER);
        }
        return UsualFolders.isUserKnown() ? List.of(OWN) : List.of(OWN, OTHER_NUMBER);
    }

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
