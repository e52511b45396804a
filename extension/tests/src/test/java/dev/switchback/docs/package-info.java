/** Holds the documentation to the code. */
@NullMarked
package dev.switchback.docs;

import org.jspecify.annotations.NullMarked;
