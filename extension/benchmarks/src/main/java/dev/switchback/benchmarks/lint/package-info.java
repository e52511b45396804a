/** The lint of files and history. */
@NullMarked
package dev.switchback.benchmarks.lint;

import org.jspecify.annotations.NullMarked;
