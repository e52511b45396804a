/** Reads PostgreSQL's catalogs. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.postgresql.catalog;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
