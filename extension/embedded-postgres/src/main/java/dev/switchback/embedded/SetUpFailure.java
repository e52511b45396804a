package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why nothing could be set up in a folder: it is full, or something else. */
final class SetUpFailure {

    /** In the words of Linux and macOS, of a quota, and of Windows. */
    private static final Pattern FULL = Pattern.compile(
            "No space left on device|Disk quota exceeded|not enough space on the disk", Pattern.CASE_INSENSITIVE);

    private static final String NO_SPACE = "There is no space for PostgreSQL in ";

    private static final long MEGABYTE = 1L << 20;

    private SetUpFailure() {}

    static ProvisionException of(Path folder, IOException cause) {
        return isFull(cause)
                ? full(folder, cause)
                : new ProvisionException(
                        "PostgreSQL could not be set up in " + folder + ": " + cause
                                + "\n\nCheck the permissions there, or name another folder with " + WorkFolder.OPTION
                                + ".",
                        cause);
    }

    /** Whether the system's message, or a program's output, says that there is no space. */
    static boolean isFull(String output) {
        return FULL.matcher(output).find();
    }

    /** Whether that is the reason. */
    static boolean isFull(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return isFull(message) || message.startsWith(NO_SPACE);
    }

    static ProvisionException full(Path folder, @Nullable Throwable cause) {
        return new ProvisionException(
                NO_SPACE + folder + free(folder)
                        + ".\n\nIt needs about 300 MB, and what the tests write. Make room, or name another folder with "
                        + WorkFolder.OPTION + ".",
                cause);
    }

    private static String free(Path folder) {
        try {
            return ": " + Files.getFileStore(folder).getUsableSpace() / MEGABYTE + " MB are free";
        } catch (IOException unknown) {
            return "";
        }
    }
}
