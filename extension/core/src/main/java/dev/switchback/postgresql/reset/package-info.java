/** Rows of a PostgreSQL database put back after a test: only where something was written. */
@NullMarked
package dev.switchback.postgresql.reset;

import org.jspecify.annotations.NullMarked;
