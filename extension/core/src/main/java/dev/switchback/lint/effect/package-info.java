/** The effects of migrations: what they lock, rewrite, scan and write, seen while they run through Flyway. */
@NullMarked
package dev.switchback.lint.effect;

import org.jspecify.annotations.NullMarked;
