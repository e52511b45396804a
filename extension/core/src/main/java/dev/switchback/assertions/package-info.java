/** Assertions on schemas and their differences, in the manner of AssertJ. */
@NullMarked
package dev.switchback.assertions;

import org.jspecify.annotations.NullMarked;
