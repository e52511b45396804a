/** Comparison of words and of lines, for messages. */
@NullMarked
package dev.switchback.text;

import org.jspecify.annotations.NullMarked;
