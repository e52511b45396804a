/** Rows made up for the tables of a PostgreSQL database: the server says what it refuses, and evaluates what it would take. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.postgresql.filling;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
