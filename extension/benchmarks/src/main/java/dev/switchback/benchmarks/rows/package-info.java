/** Rows that are made up for every table: their cost, and their share of the tables of a project. */
@NullMarked
package dev.switchback.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
