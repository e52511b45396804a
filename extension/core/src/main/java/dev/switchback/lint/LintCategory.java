package dev.switchback.lint;

/** The subject of a lint rule. */
public enum LintCategory {
    /** Locks: a migration keeps others from reading or writing while it runs. */
    LOCKS,
    /** Rows and objects that are lost. */
    DESTRUCTIVE,
    /** Whether the migration fails on a table with rows. */
    ROWS,
    /** Whether the version of the application that still runs survives the change. */
    COMPATIBILITY,
    /** Names, texts and headers of the files. */
    FILES,
    /** The order of the migrations, and whether old ones stay as they were. */
    HISTORY,
    /** Markers in the files that allow what a rule finds. */
    SUPPRESSION
}
