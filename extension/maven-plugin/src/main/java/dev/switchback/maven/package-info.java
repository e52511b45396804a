/** The goals of the Maven plugin, each of which calls a command of the command line. */
@NullMarked
package dev.switchback.maven;

import org.jspecify.annotations.NullMarked;
