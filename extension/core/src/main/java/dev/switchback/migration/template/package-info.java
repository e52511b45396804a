/** What a migrated database is made of, as a digest: equal ones give equal databases. */
@NullMarked
@API(status = API.Status.INTERNAL)
package dev.switchback.migration.template;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
