/** House rules for schemas: what a team demands of every schema, and what it lets stand. */
@NullMarked
package dev.switchback.schema.rules;

import org.jspecify.annotations.NullMarked;
