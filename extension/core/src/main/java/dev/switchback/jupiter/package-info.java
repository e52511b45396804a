/** The JUnit extension: annotations become settings, settings become databases and parameters. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.jupiter;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
