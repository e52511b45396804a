/** The command line: judges migrations without a line of Java. */
@NullMarked
package dev.switchback.cli;

import org.jspecify.annotations.NullMarked;
