/** The JUnit extension: annotations become settings, settings become databases and parameters. */
@NullMarked
package dev.switchback.jupiter;

import org.jspecify.annotations.NullMarked;
