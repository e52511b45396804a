/** Rows of a database between the phases of a round trip: digests, comparison, and losses. */
@NullMarked
package dev.switchback.migration.rows;

import org.jspecify.annotations.NullMarked;
