/** House rules for schemas: what a team demands of every schema, and what it accepts. */
@NullMarked
package dev.switchback.schema.rules;

import org.jspecify.annotations.NullMarked;
