package dev.switchback.migration;

/** The treatment of a finding. */
public enum Severity {
    /** The verdict fails. */
    FAIL,
    /** The verdict is kept, and the report says it. */
    NOTICE
}
