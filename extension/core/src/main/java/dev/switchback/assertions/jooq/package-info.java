/** Classes that jOOQ generated, compared with a schema. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.assertions.jooq;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
