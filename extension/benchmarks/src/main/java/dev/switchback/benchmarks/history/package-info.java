/** A long history of migrations, generated: the same in every run. */
@NullMarked
package dev.switchback.benchmarks.history;

import org.jspecify.annotations.NullMarked;
