/** SQL for PostgreSQL: how its objects are created, altered and dropped. */
@NullMarked
package dev.switchback.postgresql.ddl;

import org.jspecify.annotations.NullMarked;
