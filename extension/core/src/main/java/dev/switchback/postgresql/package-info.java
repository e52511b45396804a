/** All that is special about PostgreSQL. */
@NullMarked
package dev.switchback.postgresql;

import org.jspecify.annotations.NullMarked;
