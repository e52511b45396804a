/** Threads of the toolkit's own, and pauses. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.threads;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
