/** Writing many rows. */
@NullMarked
package dev.switchback.benchmarks.seed;

import org.jspecify.annotations.NullMarked;
