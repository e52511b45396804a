package dev.switchback.migration;

import dev.switchback.migration.script.ScriptPath;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A folder into which drafts of undo scripts are written. A file that is there is never touched. Equal by path. */
public final class DraftFolder {

    private final Path path;

    private DraftFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder if it is missing, and sees that files can be written into it.
     *
     * @throws MigrationsException if they cannot
     */
    public static DraftFolder create(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".draft", ".sql"));
            return new DraftFolder(path);
        } catch (FileAlreadyExistsException e) {
            throw new MigrationsException("Drafts of undo scripts cannot be written: " + path + " is not a folder.", e);
        } catch (IOException e) {
            throw new MigrationsException(
                    "Drafts of undo scripts cannot be written into " + path + ": " + e + ". Give a folder that can be.",
                    e);
        }
    }

    /** Writes a file, takes it away again where that fails, and says in a sentence what became of it. */
    @API(status = API.Status.INTERNAL)
    public String write(String name, String text) {
        Path file = path.resolve(name);
        String readable = ScriptPath.readable(file.toAbsolutePath().toString());
        try {
            Files.createFile(file);
            fill(file, text);
            return "It was written to " + readable + " as a draft.";
        } catch (FileAlreadyExistsException e) {
            return readable + " is there already and stays as it is: the draft was not written.";
        } catch (IOException e) {
            return "It could not be written to " + readable + ": " + e + ".";
        }
    }

    private static void fill(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            Files.delete(file);
            throw e;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DraftFolder folder && path.equals(folder.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
