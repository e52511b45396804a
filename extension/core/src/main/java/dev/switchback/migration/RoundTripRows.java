package dev.switchback.migration;

/** The rows over which migrations go up, down and up. */
public enum RoundTripRows {
    /** Those that migrations themselves and the test's fixtures bring. */
    OWN,
    /** These and, for each migration for itself, rows made up for every table as it is before. */
    GENERATED,
    /**
     * The same rows, but only what shows over them is told, and nothing of what shows without: for a check beside another one that
     * judges each migration without them. In mode {@code FULL} it takes the steps one by one all the same.
     */
    ONLY_GENERATED
}
