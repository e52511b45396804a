/** The types that a test imports first: annotations, ready-made checks, and settings in code. */
@NullMarked
package dev.switchback;

import org.jspecify.annotations.NullMarked;
