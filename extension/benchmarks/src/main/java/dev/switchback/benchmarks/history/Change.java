package dev.switchback.benchmarks.history;

/** A migration and its undo. */
record Change(String description, String up, String down) {

    /** Both in one migration. */
    Change followedBy(Change other) {
        return new Change(description, up + "\n" + other.up, other.down + "\n" + down);
    }

    /** The migration that takes this change back, with the undo that makes it again. */
    Change reversed() {
        return new Change("remove_" + description, down, up);
    }
}
