/** Lint rules on the files of migrations: their names, headers and texts. They need no database. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.lint.files;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
