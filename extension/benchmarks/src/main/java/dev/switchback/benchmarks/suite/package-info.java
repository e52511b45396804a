/** Whole test suites, in JVMs of their own. */
@NullMarked
package dev.switchback.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
