/** All that is special about PostgreSQL. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.postgresql;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
