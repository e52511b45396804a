/** The schema of a database as an immutable model, and the differences between two of them. */
@NullMarked
package dev.switchback.schema;

import org.jspecify.annotations.NullMarked;
