package dev.switchback.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The checks by which a history was judged, and when.
 *
 * @param title what was judged, and by whom: {@code classpath:db/migration, by shop.MigrationsTest}
 * @param when the judgment was over
 * @param checks what judged, such as {@value #ROUND_TRIP}
 * @param scripts a checksum of all scripts below the locations; empty if none is a file
 * @param undo where other undo scripts were
 */
public record ReportedJudgment(String title, Instant when, List<String> checks, String scripts, UndoFolders undo) {

    static final String ROUND_TRIP = "round trip";
    static final String GENERATED_ROWS = "round trip over generated rows";
    static final String ALL_TOGETHER = "checks of all migrations together";
    static final String LINT = "lint";
    static final String LINT_OF_FILES = "lint of files";
    static final String PREVIOUS_VERSION = "statements of the previous version";

    public ReportedJudgment {
        checks = List.copyOf(checks);
    }

    /** The checks for a reader. */
    String words() {
        return checks.stream()
                .filter(check -> !check.equals(LINT_OF_FILES) || !checks.contains(LINT))
                .collect(Collectors.joining(", "));
    }
}
