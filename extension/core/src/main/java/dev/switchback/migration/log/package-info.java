/** Flyway as Switchback runs it, with its log kept. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.migration.log;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
