package dev.switchback.migration;

/** The three ways a migration is taken in a round trip. */
enum Direction {
    UP,
    DOWN,
    AGAIN
}
