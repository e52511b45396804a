/** Comparing two databases, against other tools that do. */
@NullMarked
package dev.switchback.benchmarks.drift;

import org.jspecify.annotations.NullMarked;
