package dev.switchback.report;

import java.nio.file.Path;
import java.util.List;

/**
 * Locations of undo scripts beside those of the migrations, as they were when a verdict was made.
 *
 * @param module the folder of the module
 * @param locations as Flyway takes them; empty if there are none
 * @param checksum of what was there; empty if none of it is a file
 */
public record UndoFolders(String module, List<String> locations, String checksum) {

    static final UndoFolders NONE = new UndoFolders("", List.of(), "");

    public UndoFolders {
        locations = List.copyOf(locations);
    }

    /** Whether the same is there now. */
    boolean isSame() {
        return locations.isEmpty()
                || (!checksum.isEmpty()
                        && checksum.equals(
                                ScriptFiles.in(Path.of(module), locations).checksum()));
    }
}
