package dev.switchback.filling;

import org.apiguardian.api.API;

/** The kinds of generated rows. */
@API(status = API.Status.INTERNAL)
public enum RowKind {
    /** Every column that may be is null. */
    EMPTY,
    /** Every column holds a plain value. */
    FILLED,
    /** Every column holds the longest, largest or strangest value of its type. */
    EDGES
}
