/** Copies of a template, handed over and sustained. */
@NullMarked
package dev.switchback.benchmarks.clone;

import org.jspecify.annotations.NullMarked;
