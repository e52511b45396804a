/** Rows that are made up for every table: their cost. */
@NullMarked
package dev.switchback.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
