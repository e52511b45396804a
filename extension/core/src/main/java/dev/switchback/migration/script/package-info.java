/** Migrations and undo scripts as they lie in files and classes: names, pairs, markers, and findings about them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.migration.script;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
