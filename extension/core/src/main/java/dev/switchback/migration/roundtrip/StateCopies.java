package dev.switchback.migration.roundtrip;

import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.provision.Database;

/** Copies of the state in which a step begins. */
interface StateCopies {

    /** A copy of the state after the first {@code count} migrations. The caller closes it. */
    Database copyAfter(int count) throws PhaseFailure;

    /**
     * A reader of such a copy, which begins with what others have read of the state, and hands on what it reads itself: nothing has run
     * on the copy before its first snapshot.
     */
    SnapshotReader snapshots(Database copy);

    /** A reader of such a copy on which something runs before the first snapshot. */
    SnapshotReader laterSnapshots(Database copy);
}
