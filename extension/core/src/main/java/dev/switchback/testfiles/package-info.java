/** Files of a project that its tests compare with, and that a run may rewrite. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.testfiles;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
