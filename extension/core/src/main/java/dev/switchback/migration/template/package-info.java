/** Digests of everything that a migrated database is made of: equal ones give equal databases. */
@NullMarked
@API(status = API.Status.INTERNAL)
package dev.switchback.migration.template;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
