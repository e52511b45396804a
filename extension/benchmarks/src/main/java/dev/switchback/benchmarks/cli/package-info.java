/** The command line, as a process of its own. */
@NullMarked
package dev.switchback.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
