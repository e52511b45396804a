/** SQL for PostgreSQL: how its objects are created, altered and dropped. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.postgresql.ddl;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
