/** The settings file of a lint, {@code switchback-lint.yaml}. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.lint.settings;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
