package dev.switchback.migration.run;

/** The three ways a migration is taken in a round trip. */
public enum PhaseDirection {
    UP,
    DOWN,
    AGAIN
}
