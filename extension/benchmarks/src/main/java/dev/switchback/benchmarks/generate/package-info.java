/** The cost of generated rows, beside the library that most of it comes from. */
@NullMarked
package dev.switchback.benchmarks.generate;

import org.jspecify.annotations.NullMarked;
