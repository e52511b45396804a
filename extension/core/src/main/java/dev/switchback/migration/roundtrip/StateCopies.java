package dev.switchback.migration.roundtrip;

import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.provision.Database;

/** Copies of the state in which a step begins. */
interface StateCopies {

    /** A copy of the state after the first {@code count} migrations. The caller closes it. */
    Database copyAfter(int count) throws PhaseFailure;
}
