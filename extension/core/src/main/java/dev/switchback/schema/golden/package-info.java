/** A whole schema as a text in the project: written, compared and loaded. */
@NullMarked
package dev.switchback.schema.golden;

import org.jspecify.annotations.NullMarked;
