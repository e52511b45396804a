/** Files of a project that its tests compare with, and that a run may rewrite. */
@NullMarked
package dev.switchback.testfiles;

import org.jspecify.annotations.NullMarked;
