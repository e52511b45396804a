/** Lint rules on the history of migrations: one line of versions, and old files that stay as they were. Reads git through JGit. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.lint.history;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
