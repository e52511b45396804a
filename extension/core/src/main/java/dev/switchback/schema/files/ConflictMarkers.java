package dev.switchback.schema.files;

import dev.switchback.schema.SchemaException;
import java.util.List;

/** What a version control system leaves in a file that two people changed. */
public final class ConflictMarkers {

    private ConflictMarkers() {}

    /** Refuses a text that has all three of them. */
    public static void check(String name, String text) {
        if (!text.contains("\n=======\n")) {
            return;
        }
        List<String> lines = text.lines().toList();
        int ours = first(lines, "<<<<<<< ");
        int theirs = first(lines, ">>>>>>> ");
        if (ours >= 0 && theirs > ours) {
            throw new SchemaException(
                    "%s has conflict markers in lines %d to %d. Merge the migrations, then rewrite the file with -D%s=update."
                            .formatted(name, ours + 1, theirs + 1, FileUpdates.PROPERTY));
        }
    }

    private static int first(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(marker)) {
                return i;
            }
        }
        return -1;
    }
}
