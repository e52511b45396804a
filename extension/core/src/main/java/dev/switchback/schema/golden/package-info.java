/** A whole schema as a text that stands in the project: written, compared and loaded. */
@NullMarked
package dev.switchback.schema.golden;

import org.jspecify.annotations.NullMarked;
