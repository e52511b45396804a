/** The round trip against the same scripts without it, and against what one would write by hand. */
@NullMarked
package dev.switchback.benchmarks.roundtrip;

import org.jspecify.annotations.NullMarked;
