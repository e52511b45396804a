/** Lint: rules on what a migration does to a running system, and on its files and history; findings and reports. */
@NullMarked
package dev.switchback.lint;

import org.jspecify.annotations.NullMarked;
