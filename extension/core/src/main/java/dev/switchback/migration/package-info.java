/** Flyway migrations up and down, the round trip and its verdicts. */
@NullMarked
package dev.switchback.migration;

import org.jspecify.annotations.NullMarked;
