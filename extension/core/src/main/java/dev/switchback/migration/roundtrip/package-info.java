/** The round trip: snapshots between the phases, verdicts on steps, and fixes that were tried on a copy. */
@NullMarked
package dev.switchback.migration.roundtrip;

import org.jspecify.annotations.NullMarked;
