package dev.switchback.report;

import java.util.Locale;

/** The kind of verdict on a migration. */
public enum ReportedVerdict {
    PASSED,
    FAILED,
    SKIPPED;

    /** The verdict in data: {@code passed}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
