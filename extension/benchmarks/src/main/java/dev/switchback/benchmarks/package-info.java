/** The cost of Switchback beside its peers, in one run. */
@NullMarked
package dev.switchback.benchmarks;

import org.jspecify.annotations.NullMarked;
