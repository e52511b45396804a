/** Tests of what only PostgreSQL knows. */
@NullMarked
package dev.switchback.postgresql;

import org.jspecify.annotations.NullMarked;
