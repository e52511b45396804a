/** H2, as far as a round trip needs it: what a second product takes, and no edit outside this package. */
@NullMarked
package dev.switchback.h2;

import org.jspecify.annotations.NullMarked;
