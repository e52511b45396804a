/** Rows of a PostgreSQL database put back after a test: only where something was written. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.postgresql.reset;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
