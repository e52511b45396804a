package dev.switchback.lint.history;

import dev.switchback.lint.files.FileContent;
import dev.switchback.lint.files.MigrationNames;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A migration as it once was.
 *
 * @param name the name of its file
 * @param parsed the name, taken apart
 * @param place where that is written: a file in a commit, or a line of a file
 * @param isSame whether a content of today runs the same
 * @param firstChange the line on which a content of today begins to differ; 0 if that is not known
 */
record OldMigration(
        String name,
        MigrationNames.Parsed parsed,
        String place,
        Predicate<FileContent> isSame,
        Function<FileContent, Integer> firstChange) {

    Optional<MigrationVersion> version() {
        return parsed.version();
    }

    /** The line on which a text begins to differ from an older one, counted from 1. */
    static int firstChange(String old, String now) {
        String[] before = old.split("\n", -1);
        String[] after = now.split("\n", -1);
        int line = 0;
        while (line < before.length && line < after.length && before[line].equals(after[line])) {
            line++;
        }
        return Math.min(line + 1, after.length);
    }
}
