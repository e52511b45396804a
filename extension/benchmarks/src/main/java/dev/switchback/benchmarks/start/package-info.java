/** The time to the first database, in JVMs of their own. */
@NullMarked
package dev.switchback.benchmarks.start;

import org.jspecify.annotations.NullMarked;
