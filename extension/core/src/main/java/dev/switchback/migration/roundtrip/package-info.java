/** The round trip: snapshots between the phases, verdicts on steps, and fixes that were tried on a copy. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.migration.roundtrip;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
