package dev.switchback.migration;

/** The extent of a round trip: how far down it goes. */
public enum RoundTripMode {
    /** Every migration for itself: up, down, up. */
    STEPS,
    /** The newest migration only. */
    LATEST,
    /** All the way up, all the way down to empty, and all the way up again. */
    FULL
}
