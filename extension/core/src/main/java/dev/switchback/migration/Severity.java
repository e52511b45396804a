package dev.switchback.migration;

/** What a check does about something it found. */
public enum Severity {
    /** The verdict fails. */
    FAIL,
    /** The verdict stands, and the report says it. */
    NOTICE
}
