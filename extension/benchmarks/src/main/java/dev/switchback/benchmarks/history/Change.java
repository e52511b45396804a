package dev.switchback.benchmarks.history;

/** What a migration does, and how it is undone. */
record Change(String description, String up, String down) {

    /** The migration that takes this change back, with the undo that makes it again. */
    Change reversed() {
        return new Change("remove_" + description, down, up);
    }
}
