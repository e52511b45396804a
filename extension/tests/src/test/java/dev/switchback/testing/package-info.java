/** Helpers of several tests. */
@NullMarked
package dev.switchback.testing;

import org.jspecify.annotations.NullMarked;
