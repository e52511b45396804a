/** The rules on what a migration does, one class each, and the list of them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.lint.rules;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
