package dev.switchback.cli;

import dev.switchback.schema.NamePatterns;
import java.util.List;

/** The patterns of {@code --exclude}. */
final class Exclusions {

    private Exclusions() {}

    /** Refuses a pattern that leaves out everything. */
    static void check(List<String> patterns) {
        NamePatterns.everything(patterns).ifPresent(all -> {
            throw CommandException.wrongUse("--exclude " + all + " " + NamePatterns.NOTHING_LEFT + ".");
        });
    }
}
