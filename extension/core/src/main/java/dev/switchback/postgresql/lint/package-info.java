/** The effects of migrations on PostgreSQL, and its safer ways. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.postgresql.lint;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
