/** Scripts run through Flyway: phases, sessions, time limits, and the errors of scripts. */
@NullMarked
package dev.switchback.migration.run;

import org.jspecify.annotations.NullMarked;
