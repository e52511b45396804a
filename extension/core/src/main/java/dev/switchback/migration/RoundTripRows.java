package dev.switchback.migration;

/** The rows over which migrations go up, down and up. */
public enum RoundTripRows {
    /** Those that migrations themselves and the test's fixtures bring. */
    OWN,
    /** These and, for each migration for itself, rows made up for every table as it is before. */
    GENERATED
}
