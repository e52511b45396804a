/** What it costs to make up rows, beside the library that most of it comes from. */
@NullMarked
package dev.switchback.benchmarks.generate;

import org.jspecify.annotations.NullMarked;
