/** Rows that refer to rows which are not there. */
@NullMarked
package dev.switchback.schema.orphans;

import org.jspecify.annotations.NullMarked;
