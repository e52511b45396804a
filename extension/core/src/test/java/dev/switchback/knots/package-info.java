/** Classes that use each other, for a test of the search for knots. */
@NullMarked
package dev.switchback.knots;

import org.jspecify.annotations.NullMarked;
