/** The report of a long history. */
@NullMarked
package dev.switchback.benchmarks.report;

import org.jspecify.annotations.NullMarked;
