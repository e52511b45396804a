/** What Switchback costs, against peers, in one run. */
@NullMarked
package dev.switchback.benchmarks;

import org.jspecify.annotations.NullMarked;
