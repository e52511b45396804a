/** Getting the same rows back between tests, against other ways to get them. */
@NullMarked
package dev.switchback.benchmarks.reseed;

import org.jspecify.annotations.NullMarked;
