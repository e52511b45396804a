/** Drift: a database compared with what its own history of migrations gives. */
@NullMarked
package dev.switchback.migration.drift;

import org.jspecify.annotations.NullMarked;
